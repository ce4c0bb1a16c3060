import { expect, it } from 'vitest'
import type { Happening, OpenStep, Simulation } from '../api/simulation'
import { challengeRuns, passedIds, pathOf, stoodBefore } from './story'

function at(kind: Happening['kind'], number: number, bpmnId: string, path: string[] = []) {
  return { kind, number, bpmnId, name: bpmnId, path, message: null, gain: null }
}

const open = (number: number, bpmnId: string) => ({ number, bpmnId }) as OpenStep

const loop: Simulation = {
  draftRevision: 1,
  status: 'Running',
  variables: {},
  turns: [
    {
      seconds: 0,
      written: {},
      happenings: [
        at('passed', 1, 'Start'),
        at('passed', 2, 'Split', ['a']),
        at('opened', 3, 'Left', ['b']),
        at('challengeBegun', 4, 'Sprint'),
        at('opened', 5, 'Right', ['c']),
      ],
    },
    {
      seconds: 0,
      written: {},
      happenings: [at('completed', 3, 'Left'), at('opened', 6, 'Left', ['d'])],
    },
  ],
  open: [open(5, 'Right'), open(6, 'Left')],
}

it('lists the flows in the order the tokens passed them', () => {
  expect(pathOf(loop.turns)).toEqual(['a', 'b', 'c', 'd'])
})

it('marks as passed what holds no token now', () => {
  expect(passedIds(loop)).toEqual(['Start', 'Split'])
})

it('keeps the tokens of the other branches where they stand', () => {
  expect(stoodBefore(loop).map(step => step.number)).toEqual([5])
})

it('knows when a clock is running', () => {
  expect(challengeRuns(loop)).toBe(true)
  const ended = { seconds: 1, written: {}, happenings: [at('challengeEnded', 4, 'Sprint')] }
  expect(challengeRuns({ ...loop, turns: [...loop.turns, ended] })).toBe(false)
})
