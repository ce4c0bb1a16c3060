import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { ApiProblem } from '@/shared/api/problem'

const RETRIES = 2

function mayPass(error: Error): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500
}

/** The cache of what the server said; an answer of 401 anywhere ends the session on this page, too. */
export function createQueryClient(): QueryClient {
  const forgetSession = (error: Error) => {
    if (error instanceof ApiProblem && error.status === 401) client.setQueryData(keys.session, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: forgetSession }),
    mutationCache: new MutationCache({
      // A wrong password is a 401 of its own kind and no reason to forget anything.
      onError: error => {
        if (error instanceof ApiProblem && error.code === 'not-signed-in') forgetSession(error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < RETRIES && mayPass(error),
      },
    },
  })
  return client
}
