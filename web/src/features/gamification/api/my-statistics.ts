import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { MyStatistics } from '@/shared/api/types'

export const myStatisticsQuery = (teamId: number) =>
  queryOptions({
    queryKey: keys.statistics(teamId),
    queryFn: ({ signal }) =>
      api.get<MyStatistics>(`/api/teams/${teamId}/statistics/me`, { signal }),
    staleTime: 30_000,
  })
