import { describe, expect, it } from 'vitest'
import { accentOf, contrast, readableAgainst } from './accent'
import { SCHEMES } from './schemes'

const SURFACES = {
  light: ['#FFFFFF', '#FAFAF8', '#F4F3F0'],
  dark: ['#1A1A18', '#121211', '#222220'],
}
const HARD = [
  { name: 'yellow', from: '#FFEB3B', to: '#FFF59D' },
  { name: 'white', from: '#FFFFFF', to: '#EEEEEE' },
  { name: 'black', from: '#000000', to: '#333333' },
  { name: 'grey', from: '#808080', to: '#AAAAAA' },
]

describe('contrast', () => {
  it('is what WCAG says for known pairs', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe.each([...SCHEMES, ...HARD])('the accent of $name', scheme => {
  it.each(['light', 'dark'] as const)('is readable in %s', appearance => {
    const accent = accentOf(scheme, appearance)
    expect(contrast(accent.solid, accent.onSolid)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(accent.hover, accent.onSolid)).toBeGreaterThanOrEqual(4.5)
    for (const surface of SURFACES[appearance]) {
      expect(contrast(accent.text, surface), surface).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('readableAgainst', () => {
  it('leaves a colour alone that reads already', () => {
    expect(readableAgainst('#4F5BD5', '#ffffff', -1)).toBe('#4F5BD5')
  })

  it('keeps the hue of what it shifts', () => {
    const shifted = readableAgainst('#E0A21B', '#ffffff', -1)
    expect(shifted).not.toBe('#E0A21B')
    const red = Number.parseInt(shifted.slice(1, 3), 16)
    const blue = Number.parseInt(shifted.slice(5, 7), 16)
    expect(red).toBeGreaterThan(blue * 3)
  })
})
