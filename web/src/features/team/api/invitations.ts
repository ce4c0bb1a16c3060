import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Invitation, Items, MyInvitation, NewInvitation, Team } from '@/shared/api/types'

export const invitationsQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.invitations(teamId),
    queryFn: ({ signal }) =>
      api.get<Items<Invitation>>(`/api/teams/${teamId}/invitations`, { signal }),
    select: answer => answer.items,
  })

export type InvitationForm = { email: string; roleId: number | null }

export function useInvite(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: InvitationForm) =>
      api.post<NewInvitation>(`/api/teams/${teamId}/invitations`, { json: form }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.invitations(teamId) }),
  })
}

export function useRevokeInvitation(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (invitationId: number) =>
      api.sendDelete(`/api/teams/${teamId}/invitations/${invitationId}`),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.invitations(teamId) }),
  })
}

export const myInvitationsQuery = queryOptions({
  queryKey: keys.myInvitations,
  queryFn: ({ signal }) => api.get<Items<MyInvitation>>('/api/me/invitations', { signal }),
  select: answer => answer.items,
})

type Answer = { invitationId: number; token?: string | undefined }

export function useAcceptInvitation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ invitationId, token }: Answer) =>
      api.post<Team>(`/api/invitations/${invitationId}/accept`, { json: token ? { token } : {} }),
    onSuccess: team => {
      client.setQueryData(keys.team(team.id), team)
      void client.invalidateQueries({ queryKey: keys.myInvitations })
      void client.invalidateQueries({ queryKey: keys.teams })
    },
  })
}

export function useDeclineInvitation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ invitationId, token }: Answer) =>
      api.sendPost(`/api/invitations/${invitationId}/decline`, { json: token ? { token } : {} }),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.myInvitations }),
  })
}
