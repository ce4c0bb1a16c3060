import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Task } from '@/shared/api/types'

const SHOWN = 8

/** The tasks that are due first, over all teams. */
export const myOpenTasksQuery = queryOptions({
  queryKey: keys.myTasks,
  queryFn: ({ signal }) =>
    api.get<Items<Task>>('/api/me/tasks', { query: { sort: 'due', limit: SHOWN }, signal }),
})
