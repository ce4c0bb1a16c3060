import { expect, it } from 'vitest'
import { readInput, startAsCurl } from './input-value'

it.each([
  ['12.5', 12.5, 'number'],
  ['-3', -3, 'number'],
  ['007', '007', 'text'],
  ['true', true, 'boolean'],
  ['"12"', '12', 'text'],
  ['["a", 1]', ['a', 1], 'json'],
  ['[half', '[half', 'text'],
  ['Berlin', 'Berlin', 'text'],
  ['', '', 'text'],
])('reads %s as what it looks like', (typed, value, type) => {
  expect(readInput(typed)).toEqual({ value, type })
})

it('writes a start for a shell, quotes in values included', () => {
  const curl = startAsCurl('https://flow.example', 4, { note: "it's" })
  expect(curl).toContain('curl -X POST https://flow.example/api/instance/create')
  expect(curl).toContain(`-d '{"processModelId":4,"inputs":{"note":"it'\\''s"}}'`)
})
