import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Items, Language, Session, User } from '@/shared/api/types'

export type ProfileChange = Partial<{
  username: string
  name: string
  language: Language
  isDarkModeEnabled: boolean | null
}>

/** Changes show at once and are taken back when the server refuses them. */
export function useUpdateMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ProfileChange) => api.patch<User>('/api/me', { json: change }),
    onMutate: change => {
      const before = client.getQueryData<User | null>(keys.session)
      if (before) client.setQueryData(keys.session, { ...before, ...change })
      return { before }
    },
    onError: (_error, _change, context) => {
      if (context?.before) client.setQueryData(keys.session, context.before)
    },
    onSuccess: user => client.setQueryData(keys.session, user),
  })
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => api.sendPost('/api/auth/sign-out'),
    // Nothing of the session may linger in memory: start over with a fresh page.
    onSuccess: () => window.location.assign('/'),
  })
}

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => api.get<Items<Session>>('/api/me/sessions', { signal }),
  select: answer => answer.items,
})

export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) => api.sendDelete(`/api/me/sessions/${sessionId}`),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export type PasswordChange = { currentPassword: string; newPassword: string }

export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: PasswordChange) =>
      api.sendPost('/api/auth/change-password', { json: change }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export function useDeleteAccount() {
  return useMutation({
    mutationFn: () => api.sendDelete('/api/me'),
    onSuccess: () => window.location.assign('/'),
  })
}
