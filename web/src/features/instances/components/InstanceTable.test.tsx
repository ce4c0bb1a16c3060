import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ProcessInstance } from '@/shared/api/types'
import { show } from '@/test/render'
import { InstanceTable } from './InstanceTable'

const instance: ProcessInstance = {
  id: 12,
  processModelId: 5,
  processModelName: 'Dispatch',
  title: null,
  version: 1,
  status: 'Running',
  statusMessage: null,
  startedBy: 'ana',
  createdAt: '2026-11-22T10:00:00Z',
  completedAt: null,
}

it('calls an instance by its title and tells of which process it is', async () => {
  const titled = { ...instance, title: 'Order 4711, Meier' }
  await show(<InstanceTable instances={[titled]} teamId={7} />)
  const link = await screen.findByRole('link', { name: 'Order 4711, Meier' })
  const row = within(link.closest('tr') as HTMLElement)
  expect(row.getByText('Dispatch #12')).toBeVisible()
})

it('calls an instance without a title by its process and number', async () => {
  await show(<InstanceTable instances={[instance]} teamId={7} />)
  expect(await screen.findByRole('link', { name: 'Dispatch' })).toBeVisible()
  expect(screen.getByText('#12')).toBeVisible()
})
