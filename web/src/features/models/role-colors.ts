import { SCHEMES } from '@/shared/theme/schemes'

/** A colour for each new role, different from those in use while there are enough. */
export function colorsFor(names: readonly string[], used: readonly string[]): string[] {
  const taken = new Set(used.map(color => color.toLowerCase()))
  const colors = SCHEMES.map(scheme => scheme.from)
  const free = colors.filter(color => !taken.has(color.toLowerCase()))
  const order = [...free, ...colors]
  return names.map((_, index) => order[index % order.length] ?? '#475569')
}
