import { expect, it } from 'vitest'
import type { ElementStatus, InstanceDetail, InstanceElement } from '@/shared/api/types'
import { tokensOf } from '@/shared/diagram/tokens'
import { doneIds } from './tokens'

let number = 0

function visit(bpmnId: string, status: ElementStatus, type = 'activityNode'): InstanceElement {
  number++
  return {
    id: number,
    number,
    bpmnId,
    madeBy: null,
    name: bpmnId,
    type,
    status,
    createdAt: '2026-11-22T10:00:00Z',
    completedAt: null,
    completedBy: null,
    role: null,
    statusMessage: null,
  }
}

it('counts the open visits of each drawn element', () => {
  const places = tokensOf([
    visit('start', 'Completed', 'startNode'),
    visit('pack', 'Todo'),
    visit('pack', 'Error'),
    visit('join', 'Created', 'andJoinNode'),
    visit('frame', 'In Progress', 'challengeNode'),
  ])
  expect(
    places.map(({ bpmnId, count, failed, waiting }) => [bpmnId, count, failed, waiting]),
  ).toEqual([
    ['pack', 2, true, false],
    ['join', 1, false, true],
  ])
})

it('tells what was passed, but not where a token lies again', () => {
  const elements = [visit('start', 'Completed'), visit('pack', 'Completed'), visit('pack', 'Todo')]
  expect(doneIds({ elements } as unknown as InstanceDetail)).toEqual(['start'])
})
