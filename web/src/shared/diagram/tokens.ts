import type Canvas from 'diagram-js/lib/core/Canvas'
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import type Overlays from 'diagram-js/lib/features/overlays/Overlays'
import type { ElementStatus } from '@/shared/api/types'

type Services = { get: <T>(name: string) => T }

/** An element instance, as far as its token is concerned. */
export type TokenHolder = {
  bpmnId: string
  status: ElementStatus
  name: string | null
  type?: string
}

/** The tokens that lie on one drawn element. */
export type TokenPlace = {
  bpmnId: string
  count: number
  failed: boolean
  /** All of them wait for others at a join. */
  waiting: boolean
  titles: string[]
}

const OPEN: ReadonlySet<ElementStatus> = new Set(['Created', 'Todo', 'In Progress', 'Error'])

/** A challenge is a region with a clock, no token. */
function isToken(element: TokenHolder): boolean {
  return OPEN.has(element.status) && element.type !== 'challengeNode'
}

/** Where the tokens are now, in the order their steps began. */
export function tokensOf(elements: readonly TokenHolder[]): TokenPlace[] {
  const places = new Map<string, TokenPlace>()
  for (const element of elements.filter(isToken)) {
    const place = places.get(element.bpmnId)
    const failed = element.status === 'Error'
    const waiting = element.status === 'Created'
    places.set(element.bpmnId, {
      bpmnId: element.bpmnId,
      count: (place?.count ?? 0) + 1,
      failed: failed || (place?.failed ?? false),
      waiting: waiting && (place?.waiting ?? true),
      titles: [...(place?.titles ?? []), element.name ?? element.bpmnId],
    })
  }
  return [...places.values()]
}

const TOKENS = 'tokens'

/** Draws the tokens; gives back how to take them away. */
export function showTokens(viewer: Services, places: readonly TokenPlace[]): () => void {
  const registry = viewer.get<ElementRegistry>('elementRegistry')
  const overlays = viewer.get<Overlays>('overlays')
  for (const place of places) {
    if (registry.get(place.bpmnId)) drawTokens(overlays, registry, place)
  }
  return () => {
    overlays.remove({ type: TOKENS })
  }
}

/** Marks those that are drawn; gives back how to take the marks away. */
export function mark(viewer: Services, ids: readonly string[], marker: string): () => void {
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<ElementRegistry>('elementRegistry')
  const present = ids.filter(id => registry.get(id))
  for (const id of present) canvas.addMarker(id, marker)
  return () => {
    for (const id of present) if (registry.get(id)) canvas.removeMarker(id, marker)
  }
}

function drawTokens(overlays: Overlays, registry: ElementRegistry, place: TokenPlace): void {
  const disc = document.createElement('div')
  disc.className = 'pf-token'
  disc.title = place.titles.join(', ')
  if (place.failed) disc.dataset.failed = ''
  else if (place.waiting) disc.dataset.waiting = ''
  if (place.count > 1) disc.textContent = String(place.count)
  else if (place.failed) disc.textContent = '!'
  else disc.dataset.single = ''
  const width = (registry.get(place.bpmnId) as { width?: number } | undefined)?.width ?? 0
  overlays.add(place.bpmnId, TOKENS, {
    position: { top: 0, left: width / 2 },
    html: disc,
    // A token is never too small to be seen, however far away the drawing is.
    scale: { min: 0.8, max: 1.5 },
  })
}
