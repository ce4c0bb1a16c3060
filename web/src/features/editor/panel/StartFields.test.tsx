import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { NodeData } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { show } from '@/test/render'
import type { Editing } from '../canvas/editing'
import { PanelProvider } from './PanelContext'
import { StartFields } from './StartFields'

const INPUTS = { 'inputVariableNames-0': 'number', 'inputVariableNames-1': 'customer' }

async function fields(data: NodeData) {
  const stored = { $type: 'processflow:Data', get: () => JSON.stringify(data) } as Moddle
  const extensions = { $type: 'bpmn:ExtensionElements', get: () => [stored] } as Moddle
  const object = { $type: 'bpmn:StartEvent', get: () => extensions } as Moddle
  const element: Drawn = { id: 'Start', type: 'bpmn:StartEvent', businessObject: object }
  const written: NodeData[] = []
  const editing = {
    setData: (_: Drawn, __: Moddle, change: (before: NodeData) => NodeData) =>
      written.push(change(data)),
  } as unknown as Editing
  const { user } = await show(
    <PanelProvider
      value={{ editing, element, object, others: [], data, roles: [], definitions: [] }}
    >
      <StartFields />
    </PanelProvider>,
  )
  return {
    user,
    written,
    title: await screen.findByRole('combobox', { name: 'Title of an instance' }),
  }
}

it('writes the title of an instance beside the inputs', async () => {
  const { user, written, title } = await fields({ outputs: INPUTS })
  await user.type(title, ' Order {{number} ')
  await user.tab()
  expect(written).toEqual([{ outputs: INPUTS, instanceTitle: 'Order {number}' }])
})

it('offers the variables of the process behind what is typed', async () => {
  const { user, written, title } = await fields({
    outputs: INPUTS,
    instanceTitle: 'Order {number},',
  })
  expect(title).toHaveValue('Order {number},')
  await user.click(title)
  await user.click(await screen.findByRole('option', { name: 'Order {number}, {customer}' }))
  expect(written.at(-1)).toEqual({ outputs: INPUTS, instanceTitle: 'Order {number}, {customer}' })
})

it('removes the title when the field is emptied', async () => {
  const { user, written, title } = await fields({ outputs: INPUTS, instanceTitle: 'Order' })
  await user.clear(title)
  await user.tab()
  expect(written).toEqual([{ outputs: INPUTS }])
})
