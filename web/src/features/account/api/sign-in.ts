import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, request } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { User } from '@/shared/api/types'

export type SignIn = { email: string; password: string; staySignedIn: boolean }

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: SignIn) => api.post<User>('/api/auth/sign-in', { json: form }),
    onSuccess: user => client.setQueryData(keys.session, user),
  })
}

export type SignUp = { email: string; password: string; username: string }

/** With mail configured the server answers 202 and the account waits for the link in the mail: then null. */
async function signUp(form: SignUp): Promise<User | null> {
  const response = await request('POST', '/api/auth/sign-up', { json: form })
  return response.status === 201 ? ((await response.json()) as User) : null
}

export function useSignUp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: signUp,
    onSuccess: user => {
      if (user) client.setQueryData(keys.session, user)
    },
  })
}

export function useRequestPasswordReset() {
  return useMutation({
    mutationFn: (email: string) =>
      api.sendPost('/api/auth/request-password-reset', { json: { email } }),
  })
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (form: { token: string; password: string }) =>
      api.sendPost('/api/auth/reset-password', { json: form }),
  })
}

export function useVerifyEmail() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => api.sendPost('/api/auth/verify-email', { json: { token } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.session }),
  })
}
