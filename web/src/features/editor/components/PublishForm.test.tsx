import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Finding, ProcessModel } from '@/shared/api/types'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import type { Change } from '../versions/difference'
import { PublishForm } from './PublishDialog'

const model: ProcessModel = {
  id: 5,
  teamId: 7,
  name: 'Dispatch',
  description: '',
  draftRevision: 3,
  publishedVersion: 2,
  latestVersion: 2,
  startableBy: [],
  createdBy: 'ana',
  updatedBy: 'ana',
  updatedAt: '2026-11-22T10:00:00Z',
  archivedAt: null,
  hasDraftChanges: true,
  runningInstances: 2,
}

function finding(code: string, severity: Finding['severity']): Finding {
  return { code, severity, elementId: 'pack', message: code, arguments: { name: 'Pack' }, run: [] }
}

async function open(findings: Finding[], changes: Change[] = []) {
  const onClose = vi.fn()
  const onFindings = vi.fn()
  const form = (
    <PublishForm
      opened
      model={model}
      version={3}
      findings={findings}
      changes={changes}
      etag={'"3"'}
      save={() => Promise.resolve(true)}
      onClose={onClose}
      onFindings={onFindings}
    />
  )
  const { user } = await show(form, { team: demoShop })
  return { user, onClose, onFindings }
}

const PUBLISH = '/api/process-models/5/publish'

it('publishes with a note and says what stays', async () => {
  const server = stubServer({ [`POST ${PUBLISH}`]: { status: 201, body: { version: 3 } } })
  const { user, onClose } = await open([])
  expect(await screen.findByText(/2 running instances stay/)).toBeInTheDocument()
  await user.type(screen.getByLabelText('What is new'), 'Waits for both')
  await user.click(screen.getByRole('button', { name: 'Publish version 3' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(server.last('POST', PUBLISH)?.body).toEqual({ note: 'Waits for both', force: false })
})

it('asks before publishing what does not run well, and then does it', async () => {
  const flaw = finding('lack-of-synchronisation', 'warning')
  const server = stubServer({
    [`POST ${PUBLISH}`]: call =>
      (call.body as { force: boolean }).force
        ? { status: 201, body: { version: 3 } }
        : { status: 409, body: { status: 409, code: 'confirm', title: 'C', findings: [flaw] } },
  })
  const { user, onClose } = await open([])
  await user.click(await screen.findByRole('button', { name: 'Publish version 3' }))
  expect(await screen.findByText(/“Pack” runs twice here/)).toBeInTheDocument()
  expect(onClose).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Publish version 3 anyway' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(server.last('POST', PUBLISH)?.body).toEqual({ note: '', force: true })
})

it('can not be pressed while something must be fixed', async () => {
  const server = stubServer({})
  await open([finding('no-role', 'error')])
  expect(await screen.findByText('Choose who does “Pack”.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Publish version 3' })).toBeDisabled()
  expect(server.calls).toEqual([])
})

it('shows what the server finds wrong at the last moment', async () => {
  const wrong = finding('no-role', 'error')
  stubServer({
    [`POST ${PUBLISH}`]: {
      status: 422,
      body: { status: 422, code: 'findings', title: 'F', findings: [wrong] },
    },
  })
  const { user, onFindings } = await open([])
  await user.click(await screen.findByRole('button', { name: 'Publish version 3' }))
  expect(await screen.findByText('Choose who does “Pack”.')).toBeInTheDocument()
  expect(onFindings).toHaveBeenCalledWith([wrong])
})

it('publishes the revision that was checked, and no other', async () => {
  const server = stubServer({ [`POST ${PUBLISH}`]: { status: 201, body: { version: 3 } } })
  const { user, onClose } = await open([])
  await user.click(await screen.findByRole('button', { name: 'Publish version 3' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(server.last('POST', PUBLISH)?.headers.get('If-Match')).toBe('"3"')
})

it('publishes by Ctrl+Enter from within the note', async () => {
  const server = stubServer({ [`POST ${PUBLISH}`]: { status: 201, body: { version: 3 } } })
  const { user, onClose } = await open([])
  await user.type(await screen.findByLabelText('What is new'), 'Quick{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(server.last('POST', PUBLISH)?.body).toEqual({ note: 'Quick', force: false })
})

it('tells in words what has changed since the last version, roles by their names', async () => {
  stubServer({
    'GET /api/teams/7/roles': { body: { items: [{ id: 3, name: 'Sales', color: '#123456' }] } },
  })
  const details = [
    { property: 'data.assignedRole', after: '3' },
    { property: 'condition', before: 'a > 1', after: 'a > 2' },
  ]
  await open([], [{ change: 'changed', id: 'pack', kind: 'step', name: 'Pack', details }])
  const changes = await screen.findByRole('region', { name: 'Changes since version 2' })
  expect(changes).toHaveTextContent('Changed')
  expect(changes).toHaveTextContent('Step “Pack”')
  await waitFor(() => expect(changes).toHaveTextContent('Role: now “Sales”'))
  expect(changes).toHaveTextContent('Condition: “a > 1” became “a > 2”')
})
