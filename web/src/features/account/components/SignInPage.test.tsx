import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ana, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { SignInPage } from './SignInPage'

const session = { status: 401, body: { status: 401, code: 'not-signed-in' } }
const wrong = {
  status: 401,
  body: { status: 401, code: 'wrong-credentials', title: 'Unauthorized', detail: 'Wrong.' },
}

describe('signing in', () => {
  it('keeps the address and asks for the password again when it was wrong', async () => {
    stubServer({ 'GET /api/auth/session': session, 'POST /api/auth/sign-in': wrong })
    const { user } = await show(<SignInPage next={undefined} />)
    await user.type(await screen.findByLabelText('E-mail'), 'ana@example.org')
    await user.type(screen.getByLabelText('Password'), 'not my password')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.')
    expect(screen.getByLabelText('E-mail')).toHaveValue('ana@example.org')
    expect(screen.getByLabelText('Password')).toHaveValue('')
  })

  it('says what is missing without asking the server', async () => {
    const server = stubServer({})
    const { user } = await show(<SignInPage next={undefined} />)
    await user.type(await screen.findByLabelText('E-mail'), 'not an address')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(screen.getByText('This is not an e-mail address')).toBeVisible()
    expect(screen.getByText('Please fill this in')).toBeVisible()
    expect(server.calls).toEqual([])
  })

  it('goes on to where the person wanted to be', async () => {
    const server = stubServer({
      'GET /api/auth/session': session,
      'POST /api/auth/sign-in': { body: ana },
    })
    const { user, router } = await show(<SignInPage next="/teams/7/tasks?task=3" />)
    await user.type(await screen.findByLabelText('E-mail'), ' ana@example.org ')
    await user.type(screen.getByLabelText('Password'), 'plum-otter-lantern')
    await user.click(screen.getByLabelText('Stay signed in for a week'))
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    await waitFor(() => expect(router.state.location.href).toBe('/teams/7/tasks?task=3'))
    expect(server.last('POST', '/api/auth/sign-in')?.body).toEqual({
      email: 'ana@example.org',
      password: 'plum-otter-lantern',
      staySignedIn: true,
    })
  })
})
