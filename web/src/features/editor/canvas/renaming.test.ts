import { BpmnModdle } from 'bpmn-moddle'
import { expect, it } from 'vitest'
import type { JsonValue, NodeDefinition } from '@/shared/api/types'
import { descriptor } from '@/shared/diagram/moddle'
import { type Drawn, type Moddle, moddleList } from '@/shared/diagram/model'
import { nameProblem, renameOf } from '../graph/variable-rename'
import { placesOf, usedBy, usesIn, type Variable } from '../graph/variable-uses'
import { Editing } from './editing'
import { renameVariable } from './renaming'

type Data = { [name: string]: JsonValue }
type Updated = { set: (name: string, value: unknown) => void }

const data = (settings: Data) =>
  `<b:extensionElements><p:data><![CDATA[${JSON.stringify(settings)}]]></p:data></b:extensionElements>`
const node = (type: string, id: string, settings: Data = {}, name = id) =>
  `<b:${type} id="${id}" name="${name}">${data(settings)}</b:${type}>`
const flow = (from: string, to: string, condition = '', name = '') =>
  `<b:sequenceFlow id="${from}_${to}" name="${name}" sourceRef="${from}" targetRef="${to}">${
    condition === ''
      ? ''
      : `<b:conditionExpression xsi:type="b:tFormalExpression" language="feel"><![CDATA[${condition}]]></b:conditionExpression>`
  }</b:sequenceFlow>`

const PRINTER: NodeDefinition = {
  id: 7,
  builtIn: false,
  definition: {
    name: 'Printer',
    executionMode: 'Automatic',
    optionsDefinition: {
      structure: [
        {
          type: 'row',
          structure: [
            {
              type: 'select',
              keyString: 'from.source',
              options: [{ values: ['{availableVariables}', 'nothing'] }],
            },
          ],
        },
      ],
    },
  },
} as unknown as NodeDefinition

/** A process of these elements, as the canvas has it. */
async function drawing(...elements: string[]) {
  const moddle = new BpmnModdle({ processflow: descriptor })
  const { rootElement } = await moddle.fromXML(
    `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:p="urn:processflow:bpmn:1.0"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t"><b:process id="main">${elements.join('')}</b:process></b:definitions>`,
  )
  const [process] = moddleList(rootElement as unknown as Moddle, 'rootElements')
  const drawn = drawnOf(process ? moddleList(process, 'flowElements') : [])
  const update = (_: Drawn, object: Updated, properties: object) => {
    for (const [name, value] of Object.entries(properties)) object.set(name, value)
  }
  const services: { [name: string]: object } = {
    modeling: {
      updateModdleProperties: update,
      updateLabel: (element: Drawn, name: string) =>
        update(element, element.businessObject as Updated, { name }),
    },
    bpmnFactory: moddle,
    batch: { run: (work: () => void) => work() },
  }
  const editing = new Editing({ get: <T>(name: string) => services[name] as T })
  const uses = () => usesIn(drawn, [PRINTER])
  const variable = (name: string) => {
    const found = uses().variables.find(each => each.name === name)
    if (!found) throw new Error(`There is no variable ${name}`)
    return found
  }
  return {
    drawn,
    uses,
    variable,
    names: () => uses().variables.map(each => each.name),
    rename: (from: string, to: string) => {
      renameVariable(editing, placesOf(variable(from)), from, to)
    },
    xml: async () => {
      const { xml } = await moddle.toXML(rootElement, { format: true })
      return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    },
  }
}

function drawnOf(objects: Moddle[]): Drawn[] {
  const drawn = objects.map(
    (object): Drawn => ({
      id: object.id ?? '',
      type: object.$type,
      businessObject: object,
      incoming: [],
      outgoing: [],
    }),
  )
  for (const each of drawn) {
    const end = (name: string) =>
      drawn.find(other => other.businessObject === each.businessObject.get(name))
    if (each.type !== 'bpmn:SequenceFlow') continue
    const source = end('sourceRef')
    const target = end('targetRef')
    if (!source || !target) continue
    Object.assign(each, { source, target })
    source.outgoing?.push(each)
    target.incoming?.push(each)
  }
  return drawn
}

const where = (variable: Variable) => ({
  sets: variable.sets.map(place => place.element.id),
  reads: variable.reads.map(place => place.element.id),
})

const ORDER = [
  node('startEvent', 'start', {
    instanceTitle: 'Order {order}, {orderOld}',
    outputs: { 'inputVariableNames-0': 'order', 'inputVariableNames-1': 'orderOld' },
  }),
  node(
    'userTask',
    'pack',
    {
      description: 'Pack {order} and {order}, not {orderOld}, {secret.order} or { order}',
      choices: ['{order}', 'order', 'more'],
      due: 'P{order}D',
      gamificationType: 'Points',
      gamificationOptions: { hasCondition: 'true', value1: '{order}', value2: '{orderOld}' },
      'outputs.userInputVariableName': 'order',
    },
    'Pack {order}',
  ),
  node('serviceTask', 'print', {
    nodeDefinitionId: '7',
    from: { source: 'order' },
    to: 'order',
    outputs: { 'names-0': 'order', 'names-1': 'orderOld' },
  }),
  node('exclusiveGateway', 'decide', { value1: '{order}', comparison: '==', value2: 'order' }),
  node('endEvent', 'end'),
  flow('start', 'pack'),
  flow('pack', 'print'),
  flow('print', 'decide'),
  flow('decide', 'end', `\${order == "order" and (orderOld < order)}`),
  flow('decide', 'pack', '', 'Again for {order}'),
]

it('finds all places that set or read a variable', async () => {
  const { variable, names } = await drawing(...ORDER)
  expect(names()).toEqual(['order', 'orderOld'])
  expect(where(variable('order'))).toEqual({
    sets: ['start', 'pack', 'print'],
    reads: [
      'start',
      'pack',
      'pack',
      'pack',
      'pack',
      'pack',
      'print',
      'decide',
      'decide_end',
      'decide_pack',
    ],
  })
  expect(where(variable('orderOld'))).toEqual({
    sets: ['start', 'print'],
    reads: ['start', 'pack', 'pack', 'decide_end'],
  })
})

it('renames all of them and nothing else', async () => {
  const { rename, xml, names, variable, uses } = await drawing(...ORDER)
  const before = await xml()
  expect(renameOf(uses(), variable('order'), 'purchase')).toEqual({
    places: 13,
    elements: 6,
    joins: undefined,
  })
  rename('order', 'purchase')
  expect(names()).toEqual(['orderOld', 'purchase'])
  const expected = before
    .replaceAll('{order}', '{purchase}')
    .replaceAll('-0":"order"', '-0":"purchase"')
    .replace('userInputVariableName":"order"', 'userInputVariableName":"purchase"')
    .replace('"source":"order"', '"source":"purchase"')
    .replace(
      'order == "order" and (orderOld < order)',
      'purchase == "order" and (orderOld < purchase)',
    )
  expect(await xml()).toBe(expected)
  rename('purchase', 'order')
  expect(await xml()).toBe(before)
})

it('takes several words of a condition for one name', async () => {
  const { rename, xml } = await drawing(
    node('startEvent', 'start', { outputs: { 'inputVariableNames-0': 'Service_Level' } }),
    node('exclusiveGateway', 'decide'),
    node('endEvent', 'end'),
    flow('start', 'decide'),
    flow('decide', 'end', '= Service Level = "Service Level" or Level > 2'),
  )
  rename('Service_Level', 'tier')
  expect(await xml()).toContain('= tier = "Service Level" or Level > 2')
})

it('reads how often a step is repeated', async () => {
  const { rename, xml, variable } = await drawing(
    `<b:userTask id="ask">${data({ outputs: { userInputVariableName: 'open' } })}
      <b:standardLoopCharacteristics><b:loopCondition>open &gt; 0</b:loopCondition></b:standardLoopCharacteristics>
    </b:userTask>`,
  )
  expect(variable('open').reads[0]?.where).toMatchObject({ in: 'condition', repeats: true })
  rename('open', 'left')
  expect(await xml()).toMatch(/loopCondition[^>]*>(<!\[CDATA\[)?left (>|&gt;) 0/)
})

const LABELS = (step: string) => [
  step,
  node('exclusiveGateway', 'decide'),
  node('endEvent', 'end'),
  flow('ask', 'decide'),
  flow('decide', 'end', 'yes'),
  flow('decide', 'ask', 'small amount, or none'),
]

it('takes a lone word for a label until something sets a variable of that name', async () => {
  const label = await drawing(...LABELS(node('userTask', 'ask', { outputs: { a: 'answer' } })))
  expect(label.names()).toEqual(['answer'])
  expect(nameProblem(label.uses(), label.variable('answer'), 'yes')).toBe('label')
  const set = await drawing(...LABELS(node('userTask', 'ask', { outputs: { a: 'yes' } })))
  expect(where(set.variable('yes'))).toEqual({ sets: ['ask'], reads: ['decide_end'] })
  const server = await drawing(...LABELS(node('serviceTask', 'ask', { nodeDefinitionId: '7' })))
  expect(server.variable('yes').lack).toBe('perhaps')
})

it('says what is read but never set, and set but never read', async () => {
  const { variable, uses, drawn } = await drawing(
    node('startEvent', 'start', { outputs: { 'inputVariableNames-0': 'unused' } }),
    node('exclusiveGateway', 'Whichway'),
    node('userTask', 'ask', {
      description: '{unknown}, {decision.Whichway}, {decision.Whichway.again}, {decision.Which}',
      infoText: '{Experience} {Coins} {1st} {} {a b} {unknown',
    }),
    flow('start', 'ask'),
  )
  expect(variable('unused').lack).toBe('unread')
  expect(variable('unknown').lack).toBe('unset')
  expect(variable('decision.Which').lack).toBe('unset')
  expect(variable('decision.Whichway').askedAt?.id).toBe('Whichway')
  expect(variable('decision.Whichway.again').askedAt?.id).toBe('Whichway')
  expect(uses().variables).toHaveLength(5)
  const ask = drawn.find(({ id }) => id === 'ask')
  expect(usedBy(uses().variables, ask as Drawn)).toHaveLength(4)
})

it('refuses names that are none, mean something else, or would mix two values', async () => {
  const { uses, variable } = await drawing(
    node('startEvent', 'start', {
      instanceTitle: '{numbr}',
      outputs: { 'inputVariableNames-0': 'number', 'inputVariableNames-1': 'customer' },
    }),
  )
  const problem = (to: string) => nameProblem(uses(), variable('number'), to)
  expect(['', '1st', 'my number', 'a{b', 'ä-1.b_c'].map(problem)).toEqual([
    'wrong',
    'wrong',
    'wrong',
    'wrong',
    undefined,
  ])
  expect(['Coins', 'secret.key', 'secrets'].map(problem)).toEqual([
    'reserved',
    'reserved',
    undefined,
  ])
  expect(problem('and')).toBe('word')
  expect(problem('customer')).toBe('taken')
  expect(problem('number')).toBeUndefined()
})

it('makes one of a name with a slip and the variable that was meant', async () => {
  const { uses, variable, rename, names } = await drawing(
    node('startEvent', 'start', {
      instanceTitle: '{numbr}',
      outputs: { 'inputVariableNames-0': 'number' },
    }),
  )
  expect(nameProblem(uses(), variable('numbr'), 'number')).toBeUndefined()
  expect(renameOf(uses(), variable('numbr'), 'number').joins?.name).toBe('number')
  rename('numbr', 'number')
  expect(names()).toEqual(['number'])
  expect(variable('number').lack).toBeUndefined()
})
