import { expect, it } from 'vitest'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { variablesFrom, withPlaceholders } from './variables'

function writing(id: string, ...names: string[]): Drawn {
  const outputs = Object.fromEntries(names.map((name, at) => [`inputVariableNames-${at}`, name]))
  const data = { $type: 'processflow:Data', get: () => JSON.stringify({ outputs }) } as Moddle
  const extensions = { $type: 'bpmn:ExtensionElements', get: () => [data] } as Moddle
  const businessObject = { $type: 'bpmn:Task', get: () => extensions } as Moddle
  return { id, type: 'bpmn:Task', businessObject, outgoing: [] }
}

function flow(source: Drawn, target: Drawn): void {
  const id = `${source.id}_${target.id}`
  const businessObject = { $type: 'bpmn:SequenceFlow', get: () => undefined } as Moddle
  source.outgoing?.push({ id, type: 'bpmn:SequenceFlow', businessObject, source, target })
}

it('offers what the start asks for before what later steps write, also around a loop', () => {
  const start = writing('start', 'number', 'customer')
  const pack = writing('pack', 'weight')
  const send = writing('send', 'carrier', 'number')
  flow(start, pack)
  flow(pack, send)
  flow(send, pack)
  expect(variablesFrom(start)).toEqual(['number', 'customer', 'weight', 'carrier'])
  expect(variablesFrom(send)).toEqual(['carrier', 'number', 'weight'])
})

it('goes on from what is typed with each variable that is not in it yet', () => {
  expect(withPlaceholders('', ['number', 'customer'])).toEqual(['{number}', '{customer}'])
  expect(withPlaceholders('Order {number},', ['number', 'customer'])).toEqual([
    'Order {number}, {customer}',
  ])
  expect(withPlaceholders('Order ', ['number'])).toEqual(['Order {number}'])
})

it('completes the placeholder that was begun, whatever its capitals', () => {
  expect(withPlaceholders('To {Cu', ['number', 'customer'])).toEqual(['To {customer}'])
  expect(withPlaceholders('#{', ['number', 'customer'])).toEqual(['#{number}', '#{customer}'])
  expect(withPlaceholders('{unknown', ['number'])).toEqual([])
})
