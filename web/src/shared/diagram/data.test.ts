import { expect, it } from 'vitest'
import {
  choicesOf,
  choicesOption,
  memberAt,
  numberedAt,
  textAt,
  withMember,
  withNumbered,
} from './data'

it('reads a dotted path, nested or written flat', () => {
  expect(memberAt({ outputs: { answer: 'a' } }, 'outputs.answer')).toBe('a')
  expect(memberAt({ 'outputs.answer': 'b' }, 'outputs.answer')).toBe('b')
  expect(textAt({ secondsToComplete: 30 }, 'secondsToComplete')).toBe('30')
})

it('changes one member and leaves the others as they are', () => {
  const data = { due: 'P1D', gamificationOptions: { badgeType: 'Star', kept: 1 } }
  const changed = withMember(data, 'gamificationOptions.badgeType', 'Moon')
  expect(changed).toEqual({ due: 'P1D', gamificationOptions: { badgeType: 'Moon', kept: 1 } })
})

it('leaves nothing behind when the last member goes', () => {
  expect(withMember({ outputs: { answer: 'a' } }, 'outputs.answer', '')).toEqual({})
})

it('numbers names again when one is taken out', () => {
  const path = 'outputs.inputVariableNames'
  const data = withNumbered({}, path, ['a', 'b', 'c'])
  expect(numberedAt(data, path)).toEqual(['a', 'b', 'c'])
  expect(withNumbered(data, path, ['a', 'c'])).toEqual({
    outputs: { 'inputVariableNames-0': 'a', 'inputVariableNames-1': 'c' },
  })
})

it('takes choices from a list or from text', () => {
  expect(choicesOf({ choices: ['yes', 'no, later'] })).toEqual(['yes', 'no, later'])
  expect(choicesOf({ choices: 'yes, no ,' })).toEqual(['yes', 'no'])
})

it.each([
  [['{products}'], '{products}'],
  [
    ['{products}', 'none'],
    ['{products}', 'none'],
  ],
  [['a, b'], ['a, b']],
  [[], undefined],
])('stores the choices %j as %j', (choices, stored) => {
  expect(choicesOption(choices)).toEqual(stored)
  expect(choicesOf(stored === undefined ? {} : { choices: stored })).toEqual(choices)
})
