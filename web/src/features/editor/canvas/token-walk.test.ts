import { expect, it } from 'vitest'
import { placeOn } from './token-walk'

const CORNER = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 10 },
]

it('goes along the corners of a flow by length', () => {
  expect(placeOn(CORNER, 0)).toEqual({ x: 0, y: 0 })
  expect(placeOn(CORNER, 0.5)).toEqual({ x: 20, y: 0 })
  expect(placeOn(CORNER, 0.875)).toEqual({ x: 30, y: 5 })
  expect(placeOn(CORNER, 1)).toEqual({ x: 30, y: 10 })
})

it('stands still on a flow without length', () => {
  expect(placeOn([CORNER[1] ?? { x: 0, y: 0 }, CORNER[1] ?? { x: 0, y: 0 }], 0.5)).toEqual({
    x: 30,
    y: 0,
  })
})
