export { InvitationPage } from './components/InvitationPage'
export { TeamPeoplePage } from './components/TeamPeoplePage'
export { TeamSettingsPage } from './components/TeamSettingsPage'
