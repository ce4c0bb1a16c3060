import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Task } from '@/shared/api/types'
import { show } from '@/test/render'
import { TaskRow } from './TaskRow'

const task: Task = {
  id: 11,
  name: 'Weigh the package',
  description: null,
  processInstanceId: 3,
  processInstanceTitle: 'Order 4711, Meier',
  processModelId: 5,
  processModelName: 'Dispatch',
  teamId: 7,
  bpmnId: 'weigh',
  status: 'Todo',
  role: null,
  createdAt: '2026-11-22T10:00:00Z',
  dueAt: null,
  claimedBy: null,
  reward: null,
  form: { kind: 'info', variable: null, choices: [], pattern: null, infoText: null, url: null },
}

it('tells of which instance a task is', async () => {
  await show(<TaskRow task={task} selected={false} myId="me" />)
  expect(await screen.findByText('Order 4711, Meier')).toBeVisible()
  expect(screen.getByText('Dispatch')).toBeVisible()
})
