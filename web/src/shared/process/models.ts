import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, ProcessModel, StartedInstance } from '@/shared/api/types'
import type { InputValue } from './input-value'

/** The team's processes that can be started now; only for those who may see the processes. */
export const startableQuery = (teamId: number) =>
  queryOptions({
    queryKey: [...keys.models(teamId), 'startable'],
    queryFn: ({ signal }) =>
      api.get<Items<ProcessModel>>(`/api/teams/${teamId}/process-models`, {
        query: { limit: 200 },
        signal,
      }),
    select: answer => answer.items.filter(model => model.publishedVersion !== null),
    staleTime: 30_000,
  })

/** The variables a start of the published version must give. */
export const inputsQuery = (modelId: number) =>
  queryOptions({
    queryKey: [...keys.model(modelId), 'inputs'],
    queryFn: ({ signal }) =>
      api.get<Items<{ name: string }>>(`/api/process-models/${modelId}/inputs`, { signal }),
    select: answer => answer.items.map(input => input.name),
    staleTime: 0,
  })

export function startInstance(
  processModelId: number,
  inputs: Record<string, InputValue>,
  idempotencyKey: string,
): Promise<StartedInstance> {
  return api.post('/api/instance/create', {
    json: { processModelId, inputs },
    headers: { 'Idempotency-Key': idempotencyKey },
  })
}
