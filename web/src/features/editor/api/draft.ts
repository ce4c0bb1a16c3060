import { queryOptions } from '@tanstack/react-query'
import { api, request } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type {
  DraftSaved,
  Items,
  NodeDefinition,
  ProcessModel,
  Verification,
} from '@/shared/api/types'
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

export type Saved = DraftSaved & { etag: string }

/** @throws ApiProblem 412 `stale-draft` when somebody else has saved since it was read */
export async function saveDraft(modelId: number, { xml, etag }: Draft): Promise<Saved> {
  const response = await request('PUT', `/api/process-models/${modelId}/diagram`, {
    xml,
    headers: etag === '' ? {} : { 'If-Match': etag },
  })
  const answer = (await response.json()) as DraftSaved
  return { ...answer, etag: response.headers.get('ETag') ?? `"${answer.draftRevision}"` }
}

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

/** The drawing as a process of its own: nothing is lost when two people saved at once. */
export async function keepAsCopy(teamId: number, name: string, xml: string): Promise<ProcessModel> {
  const model = await api.post<ProcessModel>(`/api/teams/${teamId}/process-models`, {
    json: { name, description: '' },
  })
  const { etag } = await readDraft(model.id)
  await saveDraft(model.id, { xml, etag })
  return model
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
