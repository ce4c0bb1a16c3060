import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { demoShop, show } from '@/test/render'
import { stubServer } from '@/test/server'
import type { Happening, OpenStep, Simulation } from '../api/simulation'
import { SimulationPanel } from './SimulationPanel'
import type { Played } from './use-simulation'

const SIMULATE = '/api/process-models/5/simulate'

function step(number: number, change: Partial<OpenStep>): OpenStep {
  return {
    number,
    bpmnId: `Step${number}`,
    name: `Step ${number}`,
    description: null,
    status: 'Todo',
    role: null,
    form: null,
    outputs: [],
    reward: null,
    incident: null,
    canRetry: false,
    ...change,
  }
}

const check = step(2, {
  name: 'Check availability',
  role: { id: 1, name: 'Warehouse' },
  form: {
    kind: 'multiple',
    variable: 'available',
    choices: ['books', 'pens'],
    pattern: null,
    infoText: null,
    url: null,
  },
  outputs: ['available'],
})

function happening(kind: Happening['kind'], name: string, message: string | null = null) {
  return { kind, number: 1, bpmnId: name, name, path: [], message, gain: null }
}

function ran(change: Partial<Simulation>): { body: Simulation } {
  return {
    body: {
      draftRevision: 1,
      status: 'Running',
      variables: { productList: 'books, pens' },
      turns: [{ seconds: 0, written: {}, happenings: [happening('passed', 'Start')] }],
      open: [check],
      ...change,
    },
  }
}

function Stage({ inputs, revision = 1 }: { inputs: string[]; revision?: number }) {
  const [played, setPlayed] = useState<Played | null>(null)
  return (
    <SimulationPanel
      modelId={5}
      stage={{ xml: '', inputs, revision }}
      played={played}
      onPlayed={setPlayed}
      onHighlight={() => undefined}
    />
  )
}

async function open(inputs = ['productList']) {
  const { user } = await show(<Stage inputs={inputs} />, { team: demoShop })
  return user
}

async function started(change: Partial<Simulation> = {}) {
  const server = stubServer({ [`POST ${SIMULATE}`]: ran(change) })
  const user = await open([])
  await user.click(await screen.findByRole('button', { name: 'Start simulation' }))
  return { server, user }
}

it('begins with the values the start asks for and shows what is open', async () => {
  const server = stubServer({ [`POST ${SIMULATE}`]: ran({}) })
  const user = await open()
  expect(await screen.findByLabelText('productList')).toHaveFocus()
  await user.type(screen.getByLabelText('productList'), 'books, pens')
  await user.click(screen.getByRole('button', { name: 'Start simulation' }))

  const opened = await screen.findByRole('region', { name: 'Check availability' })
  expect(within(opened).getByText('Done by Warehouse')).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: 'Check availability' })).toHaveFocus()
  expect(screen.getByRole('definition')).toHaveTextContent('books, pens')
  expect(screen.getByText('Start passed')).toBeInTheDocument()
  expect(server.last('POST', SIMULATE)?.body).toEqual({
    inputs: { productList: 'books, pens' },
    answers: [],
  })
})

it('adds an answer for each step, and plays one less to go back', async () => {
  const { server, user } = await started()
  await user.click(await screen.findByLabelText(/^pens/))
  server.handlers[`POST ${SIMULATE}`] = ran({ status: 'Completed', open: [] })
  await user.click(screen.getByRole('button', { name: 'Complete task' }))
  expect(await screen.findByText('The process has come to its end.')).toHaveFocus()
  const answer = { number: 2, action: 'complete', data: { available: ['pens'] } }
  expect(server.last('POST', SIMULATE)?.body).toEqual({ inputs: {}, answers: [answer] })

  server.handlers[`POST ${SIMULATE}`] = ran({})
  await user.click(screen.getByRole('button', { name: 'One step back' }))
  expect(await screen.findByRole('region', { name: 'Check availability' })).toBeInTheDocument()
  expect(server.last('POST', SIMULATE)?.body).toEqual({ inputs: {}, answers: [] })
  await user.click(screen.getByRole('button', { name: 'One step back' }))
  expect(screen.getByRole('button', { name: 'Start simulation' })).toBeInTheDocument()
})

it('lets who plays answer for a server, or report its error', async () => {
  const price = step(2, { name: 'Find price', status: 'In Progress', outputs: ['price'] })
  const { server, user } = await started({ open: [price] })
  await user.type(await screen.findByLabelText('price'), '12.5')
  await user.click(screen.getByRole('button', { name: 'Set another variable' }))
  await user.type(screen.getByLabelText('Variable'), 'stock')
  await user.type(screen.getByLabelText('Value'), 'true')
  await user.click(screen.getByRole('button', { name: 'Answer like this' }))
  expect(server.last('POST', SIMULATE)?.body).toMatchObject({
    answers: [{ number: 2, action: 'complete', data: { price: 12.5, stock: true } }],
  })

  await user.click(screen.getByRole('button', { name: 'One step back' }))
  await user.click(await screen.findByRole('button', { name: 'Report an error' }))
  expect(screen.getByText('Say what went wrong')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Error message'), 'Closed')
  await user.click(screen.getByRole('button', { name: 'Report an error' }))
  expect(server.last('POST', SIMULATE)?.body).toMatchObject({
    answers: [{ number: 2, action: 'fail', errorMessage: 'Closed' }],
  })
})

it('tells an incident and tries it again', async () => {
  const failed = step(3, { status: 'Error', incident: 'can not decide', canRetry: true })
  const { server, user } = await started({ status: 'Error', open: [failed] })
  expect(await screen.findByText('can not decide')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Try step again' }))
  expect(server.last('POST', SIMULATE)?.body).toMatchObject({
    answers: [{ number: 3, action: 'retry', data: {} }],
  })
})

it('lets time pass while a challenge runs', async () => {
  const turns = [{ seconds: 0, written: {}, happenings: [happening('challengeBegun', 'Sprint')] }]
  const { server, user } = await started({ turns, open: [step(3, { form: null })] })
  const seconds = await screen.findByLabelText('Seconds that pass before the next answer')
  await user.clear(seconds)
  await user.type(seconds, '90')
  await user.click(screen.getByRole('button', { name: 'Answer like this' }))
  expect(server.last('POST', SIMULATE)?.body).toMatchObject({
    answers: [{ number: 3, secondsLater: 90 }],
  })
})

it('says at the field what the server does not take', async () => {
  const { server, user } = await started()
  await user.click(await screen.findByLabelText(/^pens/))
  server.handlers[`POST ${SIMULATE}`] = {
    status: 422,
    body: {
      code: 'invalid',
      status: 422,
      errors: [{ pointer: '/answers/0/data/available', detail: 'No' }],
    },
  }
  await user.click(screen.getByRole('button', { name: 'Complete task' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('not offered any more')
  expect(screen.getByRole('heading', { name: 'Check availability' })).toHaveFocus()
})

it('tells when the draft that ran is another than the one that is shown', async () => {
  stubServer({ [`POST ${SIMULATE}`]: ran({ draftRevision: 2 }) })
  const { user } = await show(<Stage inputs={[]} revision={1} />, { team: demoShop })
  await user.click(await screen.findByRole('button', { name: 'Start simulation' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('saved by somebody else')
})
