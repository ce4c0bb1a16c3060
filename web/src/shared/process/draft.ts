import { api, request } from '@/shared/api/client'
import type { DraftSaved, ProcessModel } from '@/shared/api/types'

/** A draft with the mark of its revision, to be sent back when it is saved. */
export type Draft = { xml: string; etag: string }

const XML = { Accept: 'application/xml, application/problem+json' }

export async function readDraft(modelId: number, signal?: AbortSignal): Promise<Draft> {
  const path = `/api/process-models/${modelId}/diagram`
  const response = await request('GET', path, { headers: XML, ...(signal ? { signal } : {}) })
  return { xml: await response.text(), etag: response.headers.get('ETag') ?? '' }
}

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

/** A process of its own with this drawing; nothing stays behind of it when the drawing can not be stored. */
export async function createWithDraft(
  teamId: number,
  fields: { name: string; description: string },
  xml: string,
): Promise<ProcessModel> {
  const model = await api.post<ProcessModel>(`/api/teams/${teamId}/process-models`, {
    json: fields,
  })
  try {
    const { etag } = await readDraft(model.id)
    await saveDraft(model.id, { xml, etag })
  } catch (error) {
    await api.sendDelete(`/api/process-models/${model.id}`)
    throw error
  }
  return model
}
