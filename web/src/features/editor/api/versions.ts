import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, request } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, ModelVersion } from '@/shared/api/types'
import { readDraft, saveDraft } from '@/shared/process/draft'
import { differenceOf } from '../versions/difference'

/** What can be looked at and compared: a published version, or what is being drawn. */
export type Edition = number | 'draft'

/** The newest first, page by page. */
export const versionPagesQuery = (modelId: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.model(modelId), 'versions'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Items<ModelVersion>>(`/api/process-models/${modelId}/versions`, {
        query: { cursor: pageParam },
        signal,
      }),
    getNextPageParam: last => last.nextCursor ?? undefined,
    select: answer => answer.pages.flatMap(page => page.items),
  })

/** The name shows at once, and is taken back when the server refuses it; null takes it away. */
export function useNameVersion(modelId: number, version: number) {
  const client = useQueryClient()
  const { queryKey } = versionPagesQuery(modelId)
  const show = (change: Partial<ModelVersion>) =>
    client.setQueryData(queryKey, known =>
      known
        ? {
            ...known,
            pages: known.pages.map(page => ({
              ...page,
              items: page.items.map(each =>
                each.version === version ? { ...each, ...change } : each,
              ),
            })),
          }
        : known,
    )
  return useMutation({
    mutationFn: (name: string | null) =>
      api.patch<ModelVersion>(`/api/process-models/${modelId}/versions/${version}`, {
        json: { name },
      }),
    onMutate: async name => {
      // A list on its way would still tell the name of before.
      await client.cancelQueries({ queryKey })
      const before = client
        .getQueryData(queryKey)
        ?.pages.flatMap(page => page.items)
        .find(each => each.version === version)
      show({ name })
      return { name: before?.name ?? null }
    },
    onError: (_error, _name, before) => {
      if (before) show(before)
    },
    onSuccess: ({ name }) => show({ name }),
  })
}

async function readVersion(modelId: number, version: number, signal?: AbortSignal) {
  const path = `/api/process-models/${modelId}/versions/${version}/diagram`
  const headers = { Accept: 'application/xml, application/problem+json' }
  const response = await request('GET', path, { headers, ...(signal ? { signal } : {}) })
  return response.text()
}

/** The XML of an edition; a version never changes, the draft is read again each time. */
export const editionQuery = (modelId: number, edition: Edition) =>
  queryOptions({
    queryKey: [...keys.model(modelId), 'edition', edition],
    queryFn: async ({ signal }) =>
      edition === 'draft'
        ? (await readDraft(modelId, signal)).xml
        : readVersion(modelId, edition, signal),
    staleTime: edition === 'draft' ? 0 : Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

/** What the draft holds that its last version does not. */
export async function changesSince(modelId: number, version: number, xml: string) {
  return differenceOf(await readVersion(modelId, version), xml)
}

/**
 * Makes a version the draft by the same door as every other save, so that nobody's work is written over unseen.
 *
 * @returns how to take it back while nobody has saved since
 * @throws ApiProblem 412 `stale-draft` when somebody saves at this moment
 */
export async function restoreVersion(
  modelId: number,
  version: number,
): Promise<() => Promise<unknown>> {
  const [before, xml] = await Promise.all([readDraft(modelId), readVersion(modelId, version)])
  const { etag } = await saveDraft(modelId, { xml, etag: before.etag })
  return () => saveDraft(modelId, { xml: before.xml, etag })
}
