import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { InviteDialog } from './InviteDialog'

const roles = {
  items: [
    { id: 1, name: 'owner', color: '#4F5BD5', allowedPages: [], owner: true, memberCount: 1 },
    {
      id: 4,
      name: 'Warehouse',
      color: '#B45309',
      allowedPages: ['Tasks'],
      owner: false,
      memberCount: 0,
    },
  ],
}
const made = {
  id: 12,
  email: 'ben@example.org',
  roleId: 4,
  roleName: 'Warehouse',
  invitedBy: 'ana',
  createdAt: '2026-11-22T10:00:00Z',
  expiresAt: '2026-11-29T10:00:00Z',
  link: 'http://localhost:8080/invitations/12?token=secret',
}

async function open(handlers: Parameters<typeof stubServer>[0], team = demoShop) {
  const server = stubServer({ 'GET /api/teams/7/roles': { body: roles }, ...handlers })
  const view = await show(<InviteDialog opened onClose={vi.fn()} />, { team })
  await screen.findByRole('dialog', { name: 'Invite to Demo Shop' })
  return { ...view, server }
}

describe('inviting', () => {
  it('shows the link of the new invitation, to be copied', async () => {
    const { user, server } = await open({
      'POST /api/teams/7/invitations': { status: 201, body: made },
    })
    await user.type(screen.getByLabelText('E-mail address'), 'ben@example.org')
    await user.click(screen.getByRole('combobox', { name: 'Role' }))
    await user.click(await screen.findByRole('option', { name: 'Warehouse' }))
    await user.click(screen.getByRole('button', { name: 'Create invitation' }))

    expect(await screen.findByLabelText('Invitation link')).toHaveValue(made.link)
    expect(server.last('POST', '/api/teams/7/invitations')?.body).toEqual({
      email: 'ben@example.org',
      roleId: 4,
    })
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe(made.link)
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
  })

  it('says so when the person is in the team already', async () => {
    const { user } = await open({
      'POST /api/teams/7/invitations': {
        status: 409,
        body: { status: 409, code: 'already-member', title: 'Conflict', detail: 'No.' },
      },
    })
    await user.type(screen.getByLabelText('E-mail address'), 'ben@example.org')
    await user.click(screen.getByRole('button', { name: 'Create invitation' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This person is in the team already.',
    )
  })

  it('offers nobody a role that opens more than their own', async () => {
    const { user } = await open({}, { ...demoShop, owner: false, pages: ['Team', 'Tasks'] })
    await user.click(screen.getByRole('combobox', { name: 'Role' }))
    expect(await screen.findByRole('option', { name: 'Warehouse' })).toBeInTheDocument()
    expect(screen.queryByRole('option', { name: 'owner' })).not.toBeInTheDocument()
  })
})
