import type Canvas from 'diagram-js/lib/core/Canvas'
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'

type Services = { get: <T>(name: string) => T }
type Point = { x: number; y: number }

const LEG = 420
const WHOLE = 3000
const SVG = 'http://www.w3.org/2000/svg'

/** The place after a share of the way, 0 to 1, along its corners. */
export function placeOn(way: readonly Point[], share: number): Point {
  const legs = way.slice(1).map((to, at) => {
    const from = way[at] ?? to
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }
  })
  let left = legs.reduce((sum, leg) => sum + leg.length, 0) * Math.min(Math.max(share, 0), 1)
  for (const { from, to, length } of legs) {
    if (left <= length && length > 0) {
      const part = left / length
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    }
    left -= length
  }
  return way.at(-1) ?? { x: 0, y: 0 }
}

/**
 * Moves a token along drawn flows, one after the other, and says when it has come; gives back how to stop it.
 *
 * @param whole how long it takes at the most, in milliseconds
 */
export function walk(
  viewer: Services,
  flows: readonly string[],
  onDone: () => void,
  whole = WHOLE,
): () => void {
  const registry = viewer.get<ElementRegistry>('elementRegistry')
  const ways = flows
    .map(id => (registry.get(id) as { waypoints?: Point[] } | undefined)?.waypoints)
    .filter((way): way is Point[] => way !== undefined && way.length > 1)
  if (ways.length === 0 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    onDone()
    return () => undefined
  }
  const disc = document.createElementNS(SVG, 'circle')
  disc.setAttribute('r', '7')
  disc.setAttribute('class', 'pf-walking')
  viewer.get<Canvas>('canvas').getLayer('pf-tokens', 100).appendChild(disc)
  const each = Math.min(LEG, whole / ways.length)
  const began = performance.now()
  let frame = requestAnimationFrame(function move(now) {
    const passed = Math.max(now - began, 0) / each
    const way = ways[Math.floor(passed)]
    if (!way) {
      disc.remove()
      onDone()
      return
    }
    const { x, y } = placeOn(way, passed % 1)
    disc.setAttribute('cx', String(x))
    disc.setAttribute('cy', String(y))
    frame = requestAnimationFrame(move)
  })
  return () => {
    cancelAnimationFrame(frame)
    disc.remove()
  }
}
