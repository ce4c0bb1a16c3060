import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Task, TaskForm } from '@/shared/api/types'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import { TaskAnswerForm } from './TaskAnswerForm'

beforeEach(() => window.sessionStorage.clear())

const COMPLETE = '/api/tasks/11/complete'
const done = { rewards: [], tasks: [], instanceStatus: 'Running' }

function taskWith(form: Partial<TaskForm>): Task {
  return {
    id: 11,
    name: 'Weigh the package',
    description: null,
    processInstanceId: 3,
    processInstanceTitle: null,
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
    form: {
      kind: 'info',
      variable: null,
      choices: [],
      pattern: null,
      infoText: null,
      url: null,
      ...form,
    },
  }
}

async function open(form: Partial<TaskForm>) {
  const onCompleted = vi.fn()
  const view = <TaskAnswerForm task={taskWith(form)} onCompleted={onCompleted} />
  const { user } = await show(view, { team: demoShop })
  return { user, onCompleted }
}

it('sends a text under the name of its variable', async () => {
  const server = stubServer({ [`POST ${COMPLETE}`]: { body: done } })
  const { user, onCompleted } = await open({ kind: 'text', variable: 'weight' })
  await user.type(await screen.findByLabelText('Your answer'), '12 kg')
  await user.click(screen.getByRole('button', { name: 'Complete task' }))
  await waitFor(() => expect(onCompleted).toHaveBeenCalledWith(done))
  expect(server.last('POST', COMPLETE)?.body).toEqual({ data: { weight: '12 kg' } })
})

it('asks for a text before it sends anything', async () => {
  const server = stubServer({})
  const { user } = await open({ kind: 'text', variable: 'weight' })
  await user.click(await screen.findByRole('button', { name: 'Complete task' }))
  expect(await screen.findByText('An answer is needed here')).toBeInTheDocument()
  expect(server.calls).toEqual([])
})

it('sends the one choice, verbatim, chosen by its number', async () => {
  const server = stubServer({ [`POST ${COMPLETE}`]: { body: done } })
  const { user } = await open({ kind: 'single', variable: 'way', choices: ['yes, all', 'no'] })
  await screen.findByRole('radio', { name: 'yes, all' })
  await user.keyboard('2')
  expect(screen.getByRole('radio', { name: 'no' })).toBeChecked()
  await user.keyboard('1')
  expect(screen.getByRole('radio', { name: 'yes, all' })).toBeChecked()
  expect(screen.getByRole('radio', { name: 'no' })).not.toBeChecked()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.last('POST', COMPLETE)).toBeDefined())
  expect(server.last('POST', COMPLETE)?.body).toEqual({ data: { way: 'yes, all' } })
})

it('sends several choices in the order they are offered', async () => {
  const server = stubServer({ [`POST ${COMPLETE}`]: { body: done } })
  const { user } = await open({ kind: 'multiple', variable: 'extras', choices: ['a', 'b', 'c'] })
  await user.click(await screen.findByRole('checkbox', { name: 'c' }))
  await user.click(screen.getByRole('checkbox', { name: 'a' }))
  await user.click(screen.getByRole('button', { name: 'Complete task' }))
  await waitFor(() => expect(server.last('POST', COMPLETE)).toBeDefined())
  expect(server.last('POST', COMPLETE)?.body).toEqual({ data: { extras: ['a', 'c'] } })
})

it('only confirms a step without a question', async () => {
  const server = stubServer({ [`POST ${COMPLETE}`]: { body: done } })
  const { user } = await open({ kind: 'info', infoText: 'Mind the stairs' })
  expect(await screen.findByText('Mind the stairs')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Confirm step' }))
  await waitFor(() => expect(server.last('POST', COMPLETE)).toBeDefined())
  expect(server.last('POST', COMPLETE)?.body).toEqual({ data: {} })
})

it('says at the field what the server does not take, and keeps the answer', async () => {
  stubServer({
    [`POST ${COMPLETE}`]: {
      status: 422,
      body: {
        status: 422,
        code: 'invalid',
        title: 'Invalid',
        errors: [{ pointer: '/data/weight', detail: 'The text has to match' }],
      },
    },
  })
  const { user } = await open({ kind: 'text', variable: 'weight', pattern: '\\d+' })
  await user.type(await screen.findByLabelText('Your answer'), 'heavy')
  await user.click(screen.getByRole('button', { name: 'Complete task' }))
  expect(await screen.findByText('This does not match \\d+ as a whole.')).toBeInTheDocument()
  expect(screen.getByLabelText('Your answer')).toHaveValue('heavy')
})

it('tells who was faster', async () => {
  stubServer({
    [`POST ${COMPLETE}`]: {
      status: 409,
      body: { status: 409, code: 'already-completed', title: 'C', completedBy: 'ben' },
    },
  })
  const { user } = await open({ kind: 'info' })
  await user.click(await screen.findByRole('button', { name: 'Confirm step' }))
  expect(await screen.findByText(/ben completed this task/)).toBeInTheDocument()
})

it('keeps an answer that is not sent yet', async () => {
  stubServer({})
  const { user } = await open({ kind: 'text', variable: 'weight' })
  await user.type(await screen.findByLabelText('Your answer'), '12')
  await open({ kind: 'text', variable: 'weight' })
  for (const field of screen.getAllByLabelText('Your answer')) expect(field).toHaveValue('12')
})
