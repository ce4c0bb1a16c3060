import type { ColorScheme } from '@/shared/api/types'

export type Appearance = 'light' | 'dark'

/** What the workspace is tinted with: solid fills, text on them, and accent-coloured text on the neutral surfaces. */
export type Accent = {
  solid: string
  hover: string
  onSolid: string
  text: string
  from: string
  to: string
}

type Rgb = readonly [number, number, number]
type Hsl = readonly [number, number, number]

const AA = 4.5
/** The neutral surface on which accent text is hardest to read, per appearance; kept in step with tokens.css. */
const WORST_SURFACE: Record<Appearance, string> = { light: '#f4f3f0', dark: '#222220' }
const WHITE = '#ffffff'
const STEP = 0.01

export function isHexColor(value: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(value)
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map(part => {
    const channel = part / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function toHsl(hex: string): Hsl {
  const [r, g, b] = rgb(hex).map(part => part / 255) as [number, number, number]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const lightness = (max + min) / 2
  const span = max - min
  if (span === 0) return [0, 0, lightness]
  const saturation = span / (1 - Math.abs(2 * lightness - 1))
  if (max === r) return [(((g - b) / span + 6) % 6) * 60, saturation, lightness]
  if (max === g) return [((b - r) / span + 2) * 60, saturation, lightness]
  return [((r - g) / span + 4) * 60, saturation, lightness]
}

function fromHsl([hue, saturation, lightness]: Hsl): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

/** Moves the lightness of a colour step by step until it reads at 4.5:1 against the other one. */
export function readableAgainst(color: string, against: string, direction: 1 | -1): string {
  const [hue, saturation, start] = toHsl(color)
  const end = direction === 1 ? 1 : 0
  let lightness = start
  let candidate = color
  while (contrast(candidate, against) < AA && lightness !== end) {
    lightness = Math.min(1, Math.max(0, lightness + direction * STEP))
    candidate = fromHsl([hue, saturation, lightness])
  }
  return candidate
}

function shifted(color: string, by: number): string {
  const [hue, saturation, lightness] = toHsl(color)
  return fromHsl([hue, saturation, Math.min(1, Math.max(0, lightness + by))])
}

/** The accent of a team: its first colour, shifted only as far as reading asks for. */
export function accentOf(scheme: ColorScheme, appearance: Appearance): Accent {
  const solid = readableAgainst(scheme.from, WHITE, -1)
  const text = readableAgainst(
    scheme.from,
    WORST_SURFACE[appearance],
    appearance === 'dark' ? 1 : -1,
  )
  return {
    solid,
    hover: shifted(solid, -0.06),
    onSolid: WHITE,
    text,
    from: scheme.from,
    to: scheme.to,
  }
}

/** The accent as the custom properties that tokens.css declares. */
export function accentVariables(accent: Accent): Record<string, string> {
  return {
    '--pf-accent': accent.solid,
    '--pf-accent-hover': accent.hover,
    '--pf-on-accent': accent.onSolid,
    '--pf-accent-text': accent.text,
    '--pf-accent-from': accent.from,
    '--pf-accent-to': accent.to,
  }
}
