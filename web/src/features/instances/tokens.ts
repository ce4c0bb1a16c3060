import type { ElementStatus, InstanceDetail, InstanceElement } from '@/shared/api/types'

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
function isToken(element: InstanceElement): boolean {
  return OPEN.has(element.status) && element.type !== 'challengeNode'
}

/** Where the tokens are now, in the order their steps began. */
export function tokensOf(elements: readonly InstanceElement[]): TokenPlace[] {
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

/** The drawn elements that were passed and hold no token now. */
export function doneIds(instance: InstanceDetail): string[] {
  const open = new Set(tokensOf(instance.elements).map(place => place.bpmnId))
  const done = instance.elements
    .filter(element => element.status === 'Completed' && !open.has(element.bpmnId))
    .map(element => element.bpmnId)
  return [...new Set(done)]
}
