import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Role } from '@/shared/api/types'

/** The team's roles, for everybody who gives work to them. */
export const rolesQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.roles(teamId),
    queryFn: ({ signal }) => api.get<Items<Role>>(`/api/teams/${teamId}/roles`, { signal }),
    select: answer => answer.items,
    staleTime: 30_000,
  })
