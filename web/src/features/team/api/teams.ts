import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ColorScheme, Items, Team } from '@/shared/api/types'

export type TeamForm = { name: string; colorScheme: ColorScheme }

export type TeamChange = Partial<TeamForm & Pick<Team, 'loopDamping' | 'selfStart'>>

export function useCreateTeam() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: TeamForm) => api.post<Team>('/api/teams', { json: form }),
    onSuccess: team => {
      client.setQueryData(keys.team(team.id), team)
      void client.invalidateQueries({ queryKey: keys.teams })
    },
  })
}

export function useChangeTeam(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: TeamChange) => api.patch<Team>(`/api/teams/${teamId}`, { json: change }),
    onSuccess: team => {
      client.setQueryData(keys.team(teamId), team)
      void client.invalidateQueries({ queryKey: keys.teams })
    },
  })
}

export function useLeaveTeam(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.sendPost(`/api/teams/${teamId}/leave`),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.teams }),
  })
}

export function useTransferOwnership(teamId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (userId: string) =>
      api.sendPost(`/api/teams/${teamId}/transfer-ownership`, { json: { userId } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.team(teamId) }),
  })
}

/** The server compares the typed name, so that no script deletes the wrong team by its id. */
export function useDeleteTeam(team: Team) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.sendDelete(`/api/teams/${team.id}`, { query: { name: team.name } }),
    onSuccess: () => void refreshTeams(client),
  })
}

export const archivedTeamsQuery = queryOptions({
  queryKey: [...keys.teams, 'archived'],
  queryFn: ({ signal }) =>
    api.get<Items<Team>>('/api/teams', { query: { archived: true }, signal }),
  select: answer => answer.items,
})

export function useRestoreTeam() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (teamId: number) => api.post<Team>(`/api/teams/${teamId}/restore`),
    onSuccess: () => void refreshTeams(client),
  })
}

function refreshTeams(client: ReturnType<typeof useQueryClient>) {
  return client.invalidateQueries({ queryKey: keys.teams })
}
