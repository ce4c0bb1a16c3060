import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Role } from '@/shared/api/types'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { RolesTab } from './RolesTab'

const owner: Role = {
  id: 1,
  name: 'owner',
  color: '#4F5BD5',
  allowedPages: ['Editor', 'Tasks', 'Monitoring', 'Team', 'Stats', 'Shop'],
  owner: true,
  memberCount: 1,
}
const warehouse: Role = {
  id: 4,
  name: 'Warehouse',
  color: '#B45309',
  allowedPages: ['Tasks'],
  owner: false,
  memberCount: 2,
}
const logistics: Role = { ...warehouse, id: 5, name: 'Logistics' }

describe('the roles of a team', () => {
  it('are shown with their pages and members, the owner’s without a way to change it', async () => {
    stubServer({ 'GET /api/teams/7/roles': { body: { items: [owner, warehouse] } } })
    await show(<RolesTab />, { team: demoShop })
    expect(await screen.findByText('2 members')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Edit Warehouse' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Edit owner' })).not.toBeInTheDocument()
  })

  it('can be changed', async () => {
    const server = stubServer({
      'GET /api/teams/7/roles': { body: { items: [owner, warehouse] } },
      'PATCH /api/teams/7/roles/4': { body: { ...warehouse, name: 'Storage' } },
    })
    const { user } = await show(<RolesTab />, { team: demoShop })
    await user.click(await screen.findByRole('button', { name: 'Edit Warehouse' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Warehouse' }))
    await user.clear(dialog.getByLabelText('Name'))
    await user.type(dialog.getByLabelText('Name'), 'Storage')
    await user.click(dialog.getByRole('checkbox', { name: 'Monitoring' }))
    await user.click(dialog.getByRole('button', { name: 'Save role' }))

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(server.last('PATCH', '/api/teams/7/roles/4')?.body).toEqual({
      name: 'Storage',
      color: '#B45309',
      allowedPages: ['Tasks', 'Monitoring'],
    })
    expect(await screen.findByText('Role Storage saved')).toBeVisible()
  })

  it('ask for a replacement when one in use is deleted', async () => {
    const server = stubServer({
      'GET /api/teams/7/roles': { body: { items: [owner, warehouse, logistics] } },
      'DELETE /api/teams/7/roles/4': ({ query }) =>
        query.get('replaceBy') === '5'
          ? { status: 204 }
          : { status: 409, body: { status: 409, code: 'role-in-use', title: 'Conflict' } },
    })
    const { user } = await show(<RolesTab />, { team: demoShop })
    await user.click(await screen.findByRole('button', { name: 'Delete Warehouse' }))
    await user.click(await screen.findByRole('button', { name: 'Delete role' }))
    await user.click(await screen.findByRole('combobox', { name: 'Replace by' }))
    await user.click(await screen.findByRole('option', { name: 'Logistics' }))
    await user.click(screen.getByRole('button', { name: 'Delete role' }))

    expect(await screen.findByText('Role Warehouse deleted')).toBeVisible()
    expect(server.last('DELETE', '/api/teams/7/roles/4')?.query.get('replaceBy')).toBe('5')
  })
})
