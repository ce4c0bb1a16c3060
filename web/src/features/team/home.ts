// What the dashboard shows of teams; apart from index.ts, so that it does not load the team's pages.
export { ArchivedTeams } from './components/ArchivedTeams'
export { MyInvitations } from './components/MyInvitations'
