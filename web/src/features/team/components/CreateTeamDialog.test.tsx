import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { CreateTeamDialog } from './CreateTeamDialog'

async function open(onCreated = vi.fn()) {
  const view = await show(<CreateTeamDialog opened onClose={vi.fn()} onCreated={onCreated} />)
  await screen.findByRole('dialog', { name: 'Create a team' })
  return { ...view, onCreated }
}

describe('creating a team', () => {
  it('sends the name without blanks and the chosen colours', async () => {
    const server = stubServer({ 'POST /api/teams': { status: 201, body: demoShop } })
    const { user, onCreated } = await open()
    await user.type(screen.getByLabelText('Name of the team'), '  Demo Shop ')
    await user.click(screen.getByRole('radio', { name: 'Green' }))
    await user.click(screen.getByRole('button', { name: 'Create team' }))

    await waitFor(() => expect(onCreated.mock.calls[0]?.[0]).toEqual(demoShop))
    expect(server.last('POST', '/api/teams')?.body).toEqual({
      name: 'Demo Shop',
      colorScheme: { from: '#14803C', to: '#2FB67C' },
    })
  })

  it('asks for a name that is long enough before the server is asked', async () => {
    const server = stubServer({})
    const { user } = await open()
    await user.type(screen.getByLabelText('Name of the team'), 'ab')
    await user.click(screen.getByRole('button', { name: 'Create team' }))

    expect(screen.getByText('At least 3 characters')).toBeVisible()
    expect(server.calls).toEqual([])
  })

  it('shows what the server says at the field and keeps what was typed', async () => {
    stubServer({
      'POST /api/teams': {
        status: 422,
        body: {
          status: 422,
          code: 'invalid',
          title: 'Unprocessable Content',
          errors: [{ pointer: '/name', detail: 'is a text of 3 to 80 printable characters' }],
        },
      },
    })
    const { user, onCreated } = await open()
    await user.type(screen.getByLabelText('Name of the team'), 'Demo Shop')
    await user.click(screen.getByRole('button', { name: 'Create team' }))

    expect(await screen.findByText(/printable characters/)).toBeVisible()
    expect(screen.getByLabelText('Name of the team')).toHaveValue('Demo Shop')
    expect(onCreated).not.toHaveBeenCalled()
  })
})
