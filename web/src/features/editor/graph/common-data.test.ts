import { expect, test } from 'vitest'
import { commonData } from './common-data'

test('what is the same in all of them is kept, also inside an object', () => {
  const one = { assignedRole: '1', gamificationOptions: { pointType: 'Coins', amount: '5' } }
  const other = { assignedRole: '1', gamificationOptions: { pointType: 'Coins', amount: '9' } }
  expect(commonData([one, other, one])).toEqual({
    assignedRole: '1',
    gamificationOptions: { pointType: 'Coins' },
  })
})

test('what one of them lacks, or has differently, is left out', () => {
  expect(commonData([{ due: 'P1D', assignedRole: '1' }, { assignedRole: '2' }])).toEqual({})
  expect(commonData([{ choices: ['a', 'b'] }, { choices: ['a'] }])).toEqual({})
  expect(commonData([{ outputs: { x: 'a' } }, { outputs: 'a' }])).toEqual({})
})

test('one alone has all that it has', () => {
  const data = { choices: ['a'], outputs: { x: 'a' }, count: 3 }
  expect(commonData([data])).toEqual(data)
  expect(commonData([])).toEqual({})
})
