import { expect, it } from 'vitest'
import { conditionExpression } from './decision'

it.each([
  [{ value1: '{approved}', comparison: '==', value2: 'yes' }, 'approved == "yes"'],
  [{ value1: '{amount}', comparison: '>', value2: '100' }, 'amount > 100'],
  [{ value1: '{a}', comparison: '!=', value2: '{b}' }, 'a != b'],
  [{ value1: '{a}', comparison: '', value2: 'true' }, 'a == true'],
  [{ value1: '{a}', comparison: '==', value2: '' }, ''],
])('writes %o as other tools read it', (comparison, text) => {
  expect(conditionExpression(comparison)).toBe(text === '' ? '' : `\${${text}}`)
})
