import { expect, it } from 'vitest'
import { comparisonIn, conditionExpression } from './decision'

it.each([
  [{ value1: '{approved}', comparison: '==', value2: 'yes' }, 'approved == "yes"'],
  [{ value1: '{amount}', comparison: '>', value2: '100' }, 'amount > 100'],
  [{ value1: '{a}', comparison: '!=', value2: '{b}' }, 'a != b'],
  [{ value1: '{a}', comparison: '', value2: 'true' }, 'a == true'],
  [{ value1: '{a}', comparison: '==', value2: '' }, ''],
  [{ value1: '{a}', comparison: '==', value2: 'a "b"' }, `a == 'a "b"'`],
])('writes %o as other tools read it', (comparison, text) => {
  expect(conditionExpression(comparison)).toBe(text === '' ? '' : `\${${text}}`)
})

const expression = (text: string) => `\${${text}}`

it.each([
  [expression('approved == "yes"'), { value1: '{approved}', comparison: '==', value2: 'yes' }],
  ['amount > 100', { value1: '{amount}', comparison: '>', value2: '100' }],
  ['= amount >= -1.5', { value1: '{amount}', comparison: '>=', value2: '-1.5' }],
  ['#{a ne b}', { value1: '{a}', comparison: '!=', value2: '{b}' }],
  ['done = true', { value1: '{done}', comparison: '==', value2: 'true' }],
  ['größe < 3', { value1: '{größe}', comparison: '<', value2: '3' }],
  [`name == 'a "b"'`, { value1: '{name}', comparison: '==', value2: 'a "b"' }],
  ['order.id == "x y"', { value1: '{order.id}', comparison: '==', value2: 'x y' }],
])('reads %s into fields', (text, comparison) => {
  expect(comparisonIn(text)).toEqual(comparison)
})

it.each([
  '',
  'approved',
  'a > 1 and b < 2',
  'not(a == b)',
  `${expression('a')} == ${expression('b')}`,
  'a == "x',
  'a == b c',
])('leaves %s as text', text => {
  expect(comparisonIn(text)).toBeUndefined()
})

it('writes again what it has read', () => {
  const text = expression('amount >= 100')
  const read = comparisonIn(text)
  expect(read && conditionExpression(read)).toBe(text)
})
