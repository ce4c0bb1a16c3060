export const DashboardPage = (_: { creating: boolean }) => null
