/** The query keys, in one place: a change in one feature refreshes what others show of it. */
export const keys = {
  session: ['session'] as const,
  sessions: ['sessions'] as const,
  teams: ['teams'] as const,
  myInvitations: ['my-invitations'] as const,
  myTasks: ['my-tasks'] as const,
  team: (teamId: number) => ['team', teamId] as const,
  members: (teamId: number) => ['team', teamId, 'members'] as const,
  roles: (teamId: number) => ['team', teamId, 'roles'] as const,
  invitations: (teamId: number) => ['team', teamId, 'invitations'] as const,
  statistics: (teamId: number) => ['team', teamId, 'statistics'] as const,
  models: (teamId: number) => ['team', teamId, 'models'] as const,
  model: (modelId: number) => ['model', modelId] as const,
  instances: (teamId: number) => ['team', teamId, 'instances'] as const,
  instance: (instanceId: number) => ['instance', instanceId] as const,
  tasks: (teamId: number) => ['team', teamId, 'tasks'] as const,
  task: (taskId: number) => ['task', taskId] as const,
}
