import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Team } from '@/shared/api/types'
import { teamQuery } from '@/shared/team/team'

/** The team that the address names, once it is known. */
export function useCurrentTeam(): Team | undefined {
  const { teamId } = useParams({ strict: false })
  const { data } = useQuery({ ...teamQuery(teamId ?? 0), enabled: teamId !== undefined })
  return teamId === undefined ? undefined : data
}
