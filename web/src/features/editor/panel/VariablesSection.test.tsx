import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { NodeDefinition } from '@/shared/api/types'
import type { NodeData } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { show } from '@/test/render'
import type { Editing } from '../canvas/editing'
import { PanelProvider } from './PanelContext'
import { VariablesSection } from './VariablesSection'

const PRINTER = {
  id: 7,
  builtIn: false,
  definition: {
    name: 'Printer',
    executionMode: 'Automatic',
    optionsDefinition: {
      structure: [{ type: 'input', keyString: 'to.whom', label: 'Recipient' }],
    },
  },
} as unknown as NodeDefinition

function node(type: string, id: string, data: NodeData): Drawn {
  const stored = { $type: 'processflow:Data', get: () => JSON.stringify(data) }
  const extensions = { $type: 'bpmn:ExtensionElements', get: () => [stored] }
  const businessObject = {
    $type: type,
    name: id,
    $instanceOf: (wanted: string) => wanted === 'bpmn:FlowNode' || wanted === type,
    get: (name: string) => (name === 'extensionElements' ? extensions : undefined),
  } as unknown as Moddle
  return { id, type, businessObject, incoming: [], outgoing: [] }
}

async function section(...elements: Drawn[]) {
  const [element] = elements
  if (!element) throw new Error('There is nothing to show')
  const shown: string[] = []
  const { user } = await show(
    <PanelProvider
      value={{
        editing: {} as Editing,
        element,
        object: element.businessObject,
        others: [],
        data: {},
        roles: [],
        definitions: [PRINTER],
      }}
    >
      <VariablesSection elements={elements} element={null} onShow={({ id }) => shown.push(id)} />
    </PanelProvider>,
  )
  return { user, shown }
}

const head = (name: string) => screen.findByRole('button', { name })
const places = (title: string) =>
  within(screen.getByRole('list', { name: title }))
    .getAllByRole('button')
    .map(button => button.textContent)

it('leads to the gateway whose answer is read, which gives the variable its name', async () => {
  const { user, shown } = await section(
    node('bpmn:Gateway', 'Way', {}),
    node('bpmn:Activity', 'Pack', { infoText: 'As {decision.Way} said' }),
  )
  await user.click(await head('decision.Way set by the answer of a person, read in 1 place'))
  expect(places('Set at')).toEqual(['Gateway: Way Answer of a person'])
  await user.click(screen.getByRole('button', { name: /Answer of a person/ }))
  expect(shown).toEqual(['Way'])
  expect(screen.getByText(/can not be renamed/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Rename everywhere' })).toBeNull()
})

it('calls the settings of an activity as its fields are called', async () => {
  const { user } = await section(
    node('bpmn:ServiceTask', 'Print', {
      nodeDefinitionId: '7',
      to: { whom: '{customer}' },
      note: 'for {customer}',
    }),
  )
  await user.click(await head('customer never set, read in 2 places'))
  expect(places('Read at')).toEqual([
    'Automatic step: Print Recipient',
    'Automatic step: Print Setting note',
  ])
})

it('says that a server may set what no step says it sets', async () => {
  const print = node('bpmn:ServiceTask', 'Print', { nodeDefinitionId: '7' })
  const pack = node('bpmn:Activity', 'Pack', { infoText: '{label}' })
  const flow = { ...node('bpmn:SequenceFlow', 'on', {}), source: print, target: pack }
  pack.incoming?.push(flow)
  await section(print, pack)
  await head('label set by a server, if at all, read in 1 place')
})

it('tells when there are none', async () => {
  await section(node('bpmn:Activity', 'Pack', {}))
  expect(await screen.findByText(/^No variables yet/)).toBeVisible()
})
