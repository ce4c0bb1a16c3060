import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Member } from '@/shared/api/types'

export const membersQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.members(teamId),
    queryFn: ({ signal }) => api.get<Items<Member>>(`/api/teams/${teamId}/members`, { signal }),
    select: answer => answer.items,
  })

export function useSetMemberRoles(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ userId, roleIds }: { userId: string; roleIds: number[] }) =>
      api.put<Member>(`/api/teams/${teamId}/members/${userId}/roles`, { json: { roleIds } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}

export function useRemoveMember(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (userId: string) => api.sendDelete(`/api/teams/${teamId}/members/${userId}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}
