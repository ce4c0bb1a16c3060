import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '@/test/render'
import { stubServer } from '@/test/server'
import { SignUpPage } from './SignUpPage'

async function fillIn() {
  const { user } = await show(<SignUpPage next={undefined} />)
  await user.type(await screen.findByLabelText('E-mail'), 'ana@example.org')
  await user.type(screen.getByLabelText('User name'), 'ana')
  await user.type(screen.getByLabelText('Password'), 'plum-otter-lantern')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
}

describe('signing up', () => {
  it('tells at the field that the address is taken', async () => {
    stubServer({
      'POST /api/auth/sign-up': {
        status: 409,
        body: {
          status: 409,
          code: 'email-taken',
          title: 'Conflict',
          errors: [{ pointer: '/email', detail: 'is taken' }],
        },
      },
    })
    await fillIn()
    expect(
      await screen.findByText('There is an account with this address. Sign in instead?'),
    ).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toBeInvalid()
  })

  it('points to the mailbox when the address has to be confirmed first', async () => {
    stubServer({ 'POST /api/auth/sign-up': { status: 202 } })
    await fillIn()
    expect(await screen.findByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
    expect(screen.getByText(/link to ana@example.org/)).toBeVisible()
  })
})
