import { queryOptions } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Team, TeamPage } from '@/shared/api/types'
import { useAccent } from '@/shared/theme/use-accent'

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: ({ signal }) => api.get<Items<Team>>('/api/teams', { signal }),
  select: answer => answer.items,
  staleTime: 30_000,
})

export const teamQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.team(teamId),
    queryFn: ({ signal }) => api.get<Team>(`/api/teams/${teamId}`, { signal }),
    staleTime: 30_000,
  })

const CurrentTeam = createContext<Team | null>(null)

/** Everything below works in this team and wears its colours. */
export function TeamProvider({ team, children }: { team: Team; children: ReactNode }) {
  useAccent(team.colorScheme)
  return <CurrentTeam value={team}>{children}</CurrentTeam>
}

/** The team of the page; only below a team's routes. */
export function useTeam(): Team {
  const team = use(CurrentTeam)
  if (!team) throw new Error('useTeam is called outside of a team')
  return team
}

export function useCanUse(page: TeamPage): boolean {
  return useTeam().pages.includes(page)
}
