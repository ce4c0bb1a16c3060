import { useInfiniteQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ModelVersion } from '@/shared/api/types'
import { show } from '@/test/render'
import { stubServer } from '@/test/server'
import { versionPagesQuery } from '../api/versions'
import { VersionName } from './VersionName'

const LIST = 'GET /api/process-models/5/versions'
const PATCH = 'PATCH /api/process-models/5/versions/3'

const third: ModelVersion = {
  version: 3,
  name: null,
  note: null,
  publishedBy: 'ana',
  publishedAt: '2026-11-22T10:00:00Z',
  runningInstances: 0,
}

function Names() {
  const { data } = useInfiniteQuery(versionPagesQuery(5))
  return data?.map(version => <VersionName key={version.version} modelId={5} version={version} />)
}

function serverWith(version: ModelVersion) {
  return stubServer({
    [LIST]: { body: { items: [version], nextCursor: null } },
    [PATCH]: ({ body }) => ({ body: { ...version, ...(body as object) } }),
  })
}

const nameIt = () => screen.findByRole('button', { name: /^Name it/ })
const field = () => screen.findByRole('textbox', { name: 'Name of version 3' })

it('is given with Enter, and the focus comes back', async () => {
  const server = serverWith(third)
  const { user } = await show(<Names />)
  await user.click(await nameIt())
  await user.type(await field(), '  Before Christmas{Enter}')
  const named = await screen.findByRole('button', { name: /^Before Christmas/ })
  await waitFor(() => expect(named).toHaveFocus())
  await waitFor(() =>
    expect(server.last('PATCH', '/api/process-models/5/versions/3')?.body).toEqual({
      name: 'Before Christmas',
    }),
  )
})

it('is let go with Escape', async () => {
  const server = serverWith(third)
  const { user } = await show(<Names />)
  await user.click(await nameIt())
  await user.type(await field(), 'Before{Escape}')
  await waitFor(async () => expect(await nameIt()).toHaveFocus())
  expect(server.calls.filter(call => call.method === 'PATCH')).toEqual([])
})

it('is taken away by an empty field', async () => {
  const server = serverWith({ ...third, name: 'Go-live' })
  const { user } = await show(<Names />)
  await user.click(await screen.findByRole('button', { name: /^Go-live/ }))
  await user.clear(await field())
  await user.keyboard('{Enter}')
  await nameIt()
  await waitFor(() =>
    expect(server.last('PATCH', '/api/process-models/5/versions/3')?.body).toEqual({ name: null }),
  )
})

it('is taken back when it is refused, and what was typed stays to be mended', async () => {
  const server = serverWith({ ...third, name: 'Go-live' })
  server.handlers[PATCH] = {
    status: 422,
    body: {
      status: 422,
      title: 'Unprocessable',
      code: 'invalid',
      errors: [{ pointer: '/name', detail: 'Expected 1 to 80 printable characters.' }],
    },
  }
  const { user } = await show(<Names />)
  await user.click(await screen.findByRole('button', { name: /^Go-live/ }))
  await user.clear(await field())
  await user.type(await field(), 'Went live{Enter}')
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(await field()).toHaveValue('Went live')
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('button', { name: /^Go-live/ })).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})
