export const InvitationPage = (_: { invitationId: number; token: string | undefined }) => null
export const TeamPeoplePage = (_: { tab: 'members' | 'invitations' | 'roles' }) => null
export const TeamSettingsPage = () => null
