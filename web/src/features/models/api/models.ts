import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type {
  ImportResult,
  Items,
  Member,
  ProcessModel,
  Role,
  Verification,
} from '@/shared/api/types'
import { withDefaultRole } from '@/shared/diagram/default-role'
import { findingKey } from '@/shared/findings/findings'
import { createWithDraft, readDraft, saveDraft } from '@/shared/process/draft'
import { toastProblem } from '@/shared/ui/toast'

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

type NewModel = {
  name: string
  description: string
  /** What it begins with; without it, with a start alone. */
  xml?: string
}

export function useCreateModel(teamId: number) {
  const refresh = useRefresh(teamId)
  return useMutation({
    mutationFn: ({ xml, ...fields }: NewModel) =>
      xml === undefined
        ? api.post<ProcessModel>(`/api/teams/${teamId}/process-models`, { json: fields })
        : createWithDraft(teamId, fields, xml),
    onSuccess: refresh,
  })
}

/** The same drawing once more, under a name of its own. */
export function useDuplicateModel(teamId: number) {
  const refresh = useRefresh(teamId)
  return useMutation({
    mutationFn: async ({ model, name }: { model: ProcessModel; name: string }) => {
      const { xml } = await readDraft(model.id)
      return createWithDraft(teamId, { name, description: model.description ?? '' }, xml)
    },
    onSuccess: refresh,
    // The list has no better place for it.
    onError: toastProblem,
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

type NewRole = { name: string; color: string }

export function useCreateRoles(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (roles: NewRole[]) => {
      const created: Role[] = []
      for (const role of roles) {
        const json = { ...role, allowedPages: ['Tasks'] }
        created.push(await api.post<Role>(`/api/teams/${teamId}/roles`, { json }))
      }
      return created
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}

/** A person has these roles from then on, beside those they have. */
export function useTakeRoles(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ userId, roles }: { userId: string; roles: Role[] }) => {
      const { items } = await api.get<Items<Member>>(`/api/teams/${teamId}/members`)
      const before = items.find(member => member.userId === userId)?.roles ?? []
      const roleIds = [...before, ...roles].map(role => role.id)
      await api.put(`/api/teams/${teamId}/members/${userId}/roles`, { json: { roleIds } })
    },
    // By then the roles exist, and what asked for them is gone from the page.
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}

export type ImportedModel = ImportResult['processModels'][number]

/** In each model a role does the steps that the drawing gives to nobody. */
export function useGiveToRole() {
  return useMutation({
    mutationFn: ({ models, roleId }: { models: ImportedModel[]; roleId: number }) =>
      Promise.all(
        models.map(async ({ id }) => {
          const { xml, etag } = await readDraft(id)
          await saveDraft(id, { xml: withDefaultRole(xml, roleId), etag })
        }),
      ),
  })
}

/** Said about the file, once: a check of the draft that was made of it does not say it again. */
const ABOUT_THE_FILE: ReadonlySet<string> = new Set(['N-several-processes', 'N-missing-id'])

/** What is found in the drafts of an import now, after something around them has changed. */
export function useCheckAgain() {
  return useMutation({
    mutationFn: (models: ImportedModel[]) =>
      Promise.all(
        models.map(async model => {
          const { findings } = await api.post<Verification>(
            `/api/process-models/${model.id}/verify`,
          )
          const kept = model.findings.filter(
            finding =>
              ABOUT_THE_FILE.has(finding.code) &&
              !findings.some(other => findingKey(other) === findingKey(finding)),
          )
          return { ...model, findings: [...kept, ...findings] }
        }),
      ),
  })
}
