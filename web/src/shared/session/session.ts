import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { ApiProblem } from '@/shared/api/problem'
import type { User } from '@/shared/api/types'

async function readSession(): Promise<User | null> {
  try {
    const { user } = await api.get<{ user: User }>('/api/auth/session')
    return user
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Who is signed in; null is nobody. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  // Routes wait for it; a component that looks away must not cancel what they wait for.
  queryFn: readSession,
  staleTime: Number.POSITIVE_INFINITY,
})

export function useSession(): User | null | undefined {
  return useQuery(sessionQuery).data
}

/** The signed-in person; only below routes that demand one. */
export function useUser(): User {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new ApiProblem({ status: 401, code: 'unauthorized', title: '401' })
  return data
}
