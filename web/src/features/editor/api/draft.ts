import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, NodeDefinition, ProcessModel, Verification } from '@/shared/api/types'
import { type Draft, readDraft } from '@/shared/process/draft'

export type { Draft }

export const modelQuery = (modelId: number) =>
  queryOptions({
    queryKey: keys.model(modelId),
    queryFn: ({ signal }) => api.get<ProcessModel>(`/api/process-models/${modelId}`, { signal }),
  })

export const draftQuery = (modelId: number) =>
  queryOptions({
    queryKey: [...keys.model(modelId), 'draft'],
    queryFn: ({ signal }) => readDraft(modelId, signal),
    // The editor holds the drawing from here on; a second reading would be of another revision.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export function verifyDraft(modelId: number, signal?: AbortSignal): Promise<Verification> {
  return api.post(`/api/process-models/${modelId}/verify`, signal ? { signal } : {})
}

/** @throws ApiProblem 412 `stale-draft` when the draft is another than the one that was looked at */
export function publishDraft(
  modelId: number,
  body: { note: string; force: boolean },
  etag: string,
): Promise<{ version: number }> {
  return api.post(`/api/process-models/${modelId}/publish`, {
    json: body,
    headers: { 'If-Match': etag },
  })
}

/** What the team's editor offers, the built-in activities included. */
export const definitionsQuery = (teamId: number) =>
  queryOptions({
    queryKey: [...keys.team(teamId), 'editor-definitions'],
    queryFn: ({ signal }) =>
      api.get<Items<NodeDefinition>>(`/api/teams/${teamId}/editor/node-definitions`, { signal }),
    select: answer => answer.items,
    staleTime: 30_000,
  })
