import { request } from '@/shared/api/client'

/** A draft with the mark of its revision, to be sent back when it is saved. */
export type Draft = { xml: string; etag: string }

const XML = { Accept: 'application/xml, application/problem+json' }

export async function readDraft(modelId: number, signal?: AbortSignal): Promise<Draft> {
  const path = `/api/process-models/${modelId}/diagram`
  const response = await request('GET', path, { headers: XML, ...(signal ? { signal } : {}) })
  return { xml: await response.text(), etag: response.headers.get('ETag') ?? '' }
}
