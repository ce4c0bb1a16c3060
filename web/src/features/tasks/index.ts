export { TasksPage } from './components/TasksPage'
