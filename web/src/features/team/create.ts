// Apart from home.ts: the dialog is loaded when somebody asks for it.
export { CreateTeamDialog } from './components/CreateTeamDialog'
