import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ImportResult } from '@/shared/api/types'
import { ana, demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { ImportReport } from './ImportDialog'

const result: ImportResult = {
  processModels: [
    {
      id: 5,
      name: 'Dispatch of goods',
      findings: [
        {
          severity: 'info',
          code: 'N-task',
          elementId: 'a',
          message: 'English of the server',
          arguments: { name: 'Pack goods' },
          run: [],
        },
        {
          severity: 'error',
          code: 'not-known-here',
          elementId: 'b',
          message: 'Only the server knows this one',
          arguments: {},
          run: [],
        },
      ],
    },
  ],
  proposedRoles: ['Logistics', 'Secretary'],
}

const ROLES = '/api/teams/7/roles'
const secretary = {
  id: 2,
  name: 'secretary',
  color: '#4F5BD5',
  allowedPages: ['Tasks'],
  owner: false,
  memberCount: 0,
}

it('lists findings by severity, in the words of the reader where there are any', async () => {
  stubServer({ [`GET ${ROLES}`]: { body: { items: [] } } })
  await show(<ImportReport result={result} onClose={() => undefined} />, { team: demoShop })
  expect(await screen.findByText('“Pack goods” is done by a person.')).toBeInTheDocument()
  expect(screen.getByText('Only the server knows this one')).toBeInTheDocument()
  const heads = screen.getAllByRole('heading', { level: 3 }).map(head => head.textContent)
  const wrong = heads.findIndex(head => head?.startsWith('Must be fixed'))
  const notes = heads.findIndex(head => head?.startsWith('Read in another shape'))
  expect(wrong).toBeGreaterThanOrEqual(0)
  expect(notes).toBeGreaterThan(wrong)
})

const logistics = { id: 9, name: 'Logistics', color: '#14803C', allowedPages: ['Tasks'] }
const MEMBERS = '/api/teams/7/members'
const MY_ROLES = `${MEMBERS}/${ana.id}/roles`

function teamWithSecretary() {
  return stubServer({
    'GET /api/auth/session': { body: { user: ana } },
    [`GET ${ROLES}`]: { body: { items: [secretary] } },
    [`POST ${ROLES}`]: { status: 201, body: logistics },
    [`GET ${MEMBERS}`]: { body: { items: [{ userId: ana.id, roles: [{ id: 1 }] }] } },
    [`PUT ${MY_ROLES}`]: { body: {} },
    'POST /api/process-models/5/verify': { body: { verdict: 'sound', findings: [] } },
  })
}

it('creates the roles the team does not have, each in a colour of its own, and looks again', async () => {
  const server = teamWithSecretary()
  const { user } = await show(<ImportReport result={result} onClose={() => undefined} />, {
    team: demoShop,
  })
  expect(screen.getByText('Only the server knows this one')).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Create 1 role' }))
  await waitFor(() => expect(server.last('POST', ROLES)).toBeDefined())
  expect(server.last('POST', ROLES)?.body).toEqual({
    name: 'Logistics',
    color: '#14803C',
    allowedPages: ['Tasks'],
  })
  await waitFor(() => expect(screen.queryByText(/missing in the team/)).not.toBeInTheDocument())
  expect(await screen.findByText(/Nothing to note/)).toBeInTheDocument()
  await waitFor(() => expect(server.last('PUT', MY_ROLES)?.body).toEqual({ roleIds: [1, 9] }))
})

it('leaves the new roles to others when asked to', async () => {
  const server = teamWithSecretary()
  const { user } = await show(<ImportReport result={result} onClose={() => undefined} />, {
    team: demoShop,
  })
  await user.click(await screen.findByRole('checkbox', { name: /I do the steps/ }))
  await user.click(screen.getByRole('button', { name: 'Create 1 role' }))
  expect(await screen.findByText(/Nothing to note/)).toBeInTheDocument()
  expect(server.last('PUT', MY_ROLES)).toBeUndefined()
})

it('only names the roles to somebody who may not create them', async () => {
  stubServer({ [`GET ${ROLES}`]: { body: { items: [] } } })
  const team = { ...demoShop, owner: false, pages: ['Editor' as const] }
  await show(<ImportReport result={result} onClose={() => undefined} />, { team })
  expect(await screen.findByText(/Somebody who may manage the team/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Create/ })).not.toBeInTheDocument()
})
