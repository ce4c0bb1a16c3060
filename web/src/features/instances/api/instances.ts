import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, request } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type {
  InstanceDetail,
  Items,
  JsonValue,
  ProcessInstance,
  VariableChange,
} from '@/shared/api/types'
import type { InstancesSearch } from '../search'
import { isOver } from '../status'

/** What runs is looked at again while the page is visible. */
const LOOK_AGAIN = 5_000

export const instancePagesQuery = (teamId: number, search: InstancesSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.instances(teamId), 'list', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Items<ProcessInstance>>(`/api/teams/${teamId}/process-instances`, {
        query: { processModelId: search.process, status: search.status, cursor: pageParam },
        signal,
      }),
    getNextPageParam: last => last.nextCursor ?? undefined,
    select: answer => answer.pages.flatMap(page => page.items),
    placeholderData: before => before,
    refetchInterval: 3 * LOOK_AGAIN,
  })

export const instanceQuery = (instanceId: number) =>
  queryOptions({
    queryKey: keys.instance(instanceId),
    queryFn: ({ signal }) =>
      api.get<InstanceDetail>(`/api/process-instances/${instanceId}`, { signal }),
    refetchInterval: query =>
      query.state.data && isOver(query.state.data.status) ? false : LOOK_AGAIN,
  })

export const instanceDiagramQuery = (instanceId: number) =>
  queryOptions({
    queryKey: [...keys.instance(instanceId), 'diagram'],
    queryFn: async ({ signal }) => {
      const headers = { Accept: 'application/xml, application/problem+json' }
      const path = `/api/process-instances/${instanceId}/diagram`
      return (await request('GET', path, { headers, signal })).text()
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

export const variableHistoryQuery = (instanceId: number, name: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.instance(instanceId), 'variable', name],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Items<VariableChange>>(
        `/api/process-instances/${instanceId}/variables/${encodeURIComponent(name)}/history`,
        { query: { cursor: pageParam }, signal },
      ),
    getNextPageParam: last => last.nextCursor ?? undefined,
    select: answer => answer.pages.flatMap(page => page.items),
  })

export function useSetVariable(instance: InstanceDetail) {
  const client = useQueryClient()
  const changed = useChanged(instance, instance.teamId)
  return useMutation({
    mutationFn: ({ name, value, reason }: { name: string; value: JsonValue; reason: string }) =>
      api.sendPut(`/api/process-instances/${instance.id}/variables`, {
        json: { values: { [name]: value }, reason },
      }),
    onSettled: (_answer, _error, { name }) =>
      Promise.all([
        changed(),
        client.invalidateQueries({ queryKey: variableHistoryQuery(instance.id, name).queryKey }),
      ]),
  })
}

export type InstanceAction = 'hold' | 'resume' | 'cancel'

function useChanged(instance: ProcessInstance, teamId: number) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.instance(instance.id), exact: true }),
      client.invalidateQueries({ queryKey: keys.instances(teamId) }),
      client.invalidateQueries({ queryKey: keys.tasks(teamId) }),
    ])
}

export function useInstanceAction(instance: InstanceDetail) {
  const changed = useChanged(instance, instance.teamId)
  return useMutation({
    mutationFn: ({ action, reason }: { action: InstanceAction; reason?: string }) =>
      api.sendPost(
        `/api/process-instances/${instance.id}/${action}`,
        reason ? { json: { reason } } : {},
      ),
    onSettled: changed,
  })
}

export function useRetry(instance: InstanceDetail) {
  const changed = useChanged(instance, instance.teamId)
  return useMutation({
    mutationFn: ({ id, variables }: { id: number; variables?: Record<string, JsonValue> }) =>
      api.sendPost(
        `/api/flow-element-instances/${id}/retry`,
        variables ? { json: { variables } } : {},
      ),
    onSettled: changed,
  })
}
