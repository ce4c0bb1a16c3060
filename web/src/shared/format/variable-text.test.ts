import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/shared/api/types'
import { editable, shown, typed } from './variable-text'

describe('a variable in a field', () => {
  const values: JsonValue[] = [
    'Meier',
    '12',
    'true',
    '"quoted"',
    '',
    12,
    true,
    null,
    [1, 'a'],
    { a: 1 },
  ]

  it.each(values)('comes back as it was: %j', value => {
    expect(typed(editable(value))).toEqual(value)
  })

  it('is shown without quotes', () => {
    expect(shown('12')).toBe('12')
    expect(shown([1, 'a'])).toBe('[1,"a"]')
  })

  it('is a text when it is no JSON', () => {
    expect(typed('12 pieces')).toBe('12 pieces')
    expect(typed('{open')).toBe('{open')
  })
})
