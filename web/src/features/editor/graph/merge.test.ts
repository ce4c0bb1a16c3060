import { expect, it } from 'vitest'
import type { Drawn } from '@/shared/diagram/model'
import { mergeBefore } from './merge'

function node(id: string, type: string): Drawn & { incoming: Drawn[]; outgoing: Drawn[] } {
  return {
    id,
    type,
    businessObject: { $type: type, get: () => undefined },
    incoming: [],
    outgoing: [],
  }
}

function flow(from: ReturnType<typeof node>, to: ReturnType<typeof node>): void {
  const made: Drawn = {
    ...node(`${from.id}_${to.id}`, 'bpmn:SequenceFlow'),
    source: from,
    target: to,
  }
  from.outgoing.push(made)
  to.incoming.push(made)
}

function merged(type: string, ways: number, out = 1): Drawn | undefined {
  const [gateway, step] = [node('g', type), node('s', 'bpmn:UserTask')]
  for (let way = 0; way < ways; way++) flow(node(`w${way}`, 'bpmn:UserTask'), gateway)
  flow(gateway, step)
  if (out > 1) flow(gateway, node('other', 'bpmn:UserTask'))
  return mergeBefore(step)
}

it('finds the gateway that only merges', () => {
  expect(merged('bpmn:ExclusiveGateway', 2)?.id).toBe('g')
})

it('finds none that decides, waits already, or has nothing to merge', () => {
  expect(merged('bpmn:ExclusiveGateway', 2, 2)).toBeUndefined()
  expect(merged('bpmn:ParallelGateway', 2)).toBeUndefined()
  expect(merged('bpmn:ExclusiveGateway', 1)).toBeUndefined()
})
