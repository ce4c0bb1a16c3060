import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Role, TeamPage } from '@/shared/api/types'

export type RoleForm = { name: string; color: string; allowedPages: TeamPage[] }

export const rolesQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.roles(teamId),
    queryFn: ({ signal }) => api.get<Items<Role>>(`/api/teams/${teamId}/roles`, { signal }),
    select: answer => answer.items,
  })

/** Creates the role, or changes the one given. What roles open may be the caller's own pages, so the team is read again. */
export function useSaveRole(teamId: number, role: Role | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: RoleForm) =>
      role
        ? api.patch<Role>(`/api/teams/${teamId}/roles/${role.id}`, { json: form })
        : api.post<Role>(`/api/teams/${teamId}/roles`, { json: form }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}

export function useDeleteRole(teamId: number, roleId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (replaceBy: number | undefined) =>
      api.sendDelete(`/api/teams/${teamId}/roles/${roleId}`, { query: { replaceBy } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}
