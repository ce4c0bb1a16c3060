import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ImportResult, Items, ProcessModel, Role } from '@/shared/api/types'

/** The last edited first, page by page. */
export const modelPagesQuery = (teamId: number, search: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.models(teamId), 'list', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Items<ProcessModel>>(`/api/teams/${teamId}/process-models`, {
        query: { search, cursor: pageParam },
        signal,
      }),
    getNextPageParam: last => last.nextCursor ?? undefined,
    select: answer => answer.pages.flatMap(page => page.items),
    placeholderData: before => before,
  })

function useRefresh(teamId: number): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.models(teamId) })
}

export function useCreateModel(teamId: number) {
  const refresh = useRefresh(teamId)
  return useMutation({
    mutationFn: (json: { name: string; description: string }) =>
      api.post<ProcessModel>(`/api/teams/${teamId}/process-models`, { json }),
    onSuccess: refresh,
  })
}

export function useRenameModel(teamId: number) {
  const refresh = useRefresh(teamId)
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...json }: { id: number; name: string; description: string }) =>
      api.patch<ProcessModel>(`/api/process-models/${id}`, { json }),
    onSuccess: async model => {
      await client.invalidateQueries({ queryKey: keys.model(model.id) })
      await refresh()
    },
  })
}

export function useDeleteModel(teamId: number) {
  const refresh = useRefresh(teamId)
  return useMutation({
    mutationFn: (id: number) => api.sendDelete(`/api/process-models/${id}`),
    onSuccess: refresh,
  })
}

/** The file goes as the bytes it is: its own first line says how they are to be read. */
export function useImportModel(teamId: number) {
  const refresh = useRefresh(teamId)
  return useMutation({
    mutationFn: async (file: File) => {
      const bytes = await file.arrayBuffer()
      return api.post<ImportResult>(`/api/teams/${teamId}/process-models/import`, {
        query: { name: namesItself(bytes) ? undefined : fileTitle(file.name) },
        xml: new Blob([bytes], { type: 'application/xml' }),
      })
    },
    onSuccess: refresh,
  })
}

const NAMED = /<(?:[\w.-]+:)?(?:participant|process)\b[^>]*\sname\s*=\s*["'][^"']*\S/

/** Whether a pool or process in the file has a name; only then the file's name is of no use. */
export function namesItself(bytes: ArrayBuffer): boolean {
  return NAMED.test(new TextDecoder('latin1').decode(bytes))
}

/** "Dispatch of goods" of "dispatch-of-goods.bpmn". */
export function fileTitle(name: string): string {
  const title = name
    .replace(/\.(bpmn20|bpmn|xml)(\.xml)?$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return title.charAt(0).toLocaleUpperCase() + title.slice(1)
}

export function useCreateRoles(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (roles: { name: string; color: string }[]) => {
      const created: Role[] = []
      for (const role of roles) {
        const json = { ...role, allowedPages: ['Tasks'] }
        created.push(await api.post<Role>(`/api/teams/${teamId}/roles`, { json }))
      }
      return created
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.roles(teamId) }),
  })
}
