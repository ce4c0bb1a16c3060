import { expect, it } from 'vitest'
import type { Drawn } from '@/shared/diagram/model'
import { flowsOf, holders, standing } from './run'

const elements = new Map<string, Drawn>()

function element(id: string, type: string): Drawn {
  const made: Drawn = { id, type, businessObject: { $type: type, get: () => undefined } }
  elements.set(id, made)
  return made
}

/** A drawing from flows like `a>b`; what starts with P is a parallel gateway. */
function drawn(...flows: string[]): (id: string) => Drawn | undefined {
  elements.clear()
  for (const id of flows) {
    const [from = '', to = ''] = id.split('>')
    const ends = [from, to].map(
      node =>
        elements.get(node) ??
        element(node, node.startsWith('P') ? 'bpmn:ParallelGateway' : 'bpmn:Task'),
    )
    const flow = element(id, 'bpmn:SequenceFlow')
    const [source, target] = ends as [Drawn, Drawn]
    Object.assign(flow, { source, target })
    target.incoming = [...(target.incoming ?? []), flow]
  }
  return id => elements.get(id)
}

function stand(run: string[], of: (id: string) => Drawn | undefined): string[] {
  return standing(flowsOf(run, of)).map(node => node.id)
}

it('moves one token along a sequence', () => {
  const of = drawn('s>a', 'a>b')
  expect(stand(['s', 's>a', 'a', 'a>b', 'b'], of)).toEqual(['b'])
})

it('has one token on each way after a split, and two where nothing waits for both', () => {
  const of = drawn('s>P', 'P>a', 'P>b', 'a>c', 'b>c')
  expect(stand(['s>P', 'P>a', 'P>b'], of)).toEqual(['a', 'b'])
  expect(stand(['s>P', 'P>a', 'P>b', 'a>c', 'b>c'], of)).toEqual(['c', 'c'])
})

it('makes one token of those that a join has waited for', () => {
  const of = drawn('s>P', 'P>a', 'P>b', 'a>P2', 'b>P2', 'P2>e')
  expect(stand(['s>P', 'P>a', 'P>b', 'a>P2', 'b>P2', 'P2>e'], of)).toEqual(['e'])
})

it('lets a token wait at a join that lacks a branch', () => {
  const of = drawn('s>x', 'x>a', 'x>b', 'a>P2', 'b>P2')
  const left = standing(flowsOf(['s>x', 'x', 'x>a', 'a', 'a>P2', 'P2'], of))
  expect(holders(left)).toEqual([{ bpmnId: 'P2', status: 'Created', name: null }])
})
