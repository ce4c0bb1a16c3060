import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, newIdempotencyKey } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Task, TaskCompletion } from '@/shared/api/types'
import type { Answer } from '@/shared/task/answer'
import type { TaskSort } from '../search'

/** New work appears by itself while somebody looks. */
const LOOK_AGAIN = 15_000

export type TaskFilter = {
  search: string
  roleId: number | undefined
  processModelId: number | undefined
  sort: TaskSort
}

export const taskPagesQuery = (teamId: number, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.tasks(teamId), 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Items<Task>>(`/api/teams/${teamId}/tasks`, {
        query: { ...filter, cursor: pageParam },
        signal,
      }),
    getNextPageParam: last => last.nextCursor ?? undefined,
    select: answer => answer.pages.flatMap(page => page.items),
    placeholderData: before => before,
    refetchInterval: LOOK_AGAIN,
  })

export const taskQuery = (taskId: number) =>
  queryOptions({
    queryKey: keys.task(taskId),
    queryFn: ({ signal }) => api.get<Task>(`/api/tasks/${taskId}`, { signal }),
    refetchInterval: LOOK_AGAIN,
    retry: false,
  })

function useChanged(teamId: number): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: keys.tasks(teamId) })
    void client.invalidateQueries({ queryKey: keys.myTasks })
    void client.invalidateQueries({ queryKey: keys.teams })
    void client.invalidateQueries({ queryKey: keys.team(teamId), exact: true })
  }
}

export function useClaim(task: Task) {
  return useTaskChange(task, 'claim')
}

export function useRelease(task: Task) {
  return useTaskChange(task, 'release')
}

function useTaskChange(task: Task, change: 'claim' | 'release') {
  const client = useQueryClient()
  const changed = useChanged(task.teamId)
  return useMutation({
    mutationFn: () => api.post<Task>(`/api/tasks/${task.id}/${change}`),
    onSuccess: answer => {
      client.setQueryData(keys.task(task.id), answer)
      return changed()
    },
    onError: () => client.invalidateQueries({ queryKey: keys.task(task.id) }),
  })
}

export function useComplete(task: Task) {
  const client = useQueryClient()
  const changed = useChanged(task.teamId)
  return useMutation({
    mutationFn: (data: Answer) =>
      api.post<TaskCompletion>(`/api/tasks/${task.id}/complete`, {
        json: { data },
        headers: { 'Idempotency-Key': newIdempotencyKey() },
      }),
    onSuccess: async completion => {
      for (const next of completion.tasks) client.setQueryData(keys.task(next.id), next)
      await changed()
      void client.invalidateQueries({ queryKey: keys.statistics(task.teamId) })
      void client.invalidateQueries({ queryKey: keys.instance(task.processInstanceId) })
      void client.invalidateQueries({ queryKey: keys.instances(task.teamId) })
    },
  })
}
