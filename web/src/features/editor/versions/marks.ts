import { useQuery } from '@tanstack/react-query'
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type Canvas from 'diagram-js/lib/core/Canvas'
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import type Overlays from 'diagram-js/lib/features/overlays/Overlays'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramContext } from '@/shared/diagram/context'
import { rolesQuery } from '@/shared/team/roles'
import type { Change, ChangeType } from './difference'

const MARK = 'difference'

/** Beside the colour, so that nobody has to tell colours apart. */
const SIGNS: Record<ChangeType, string> = { added: '+', removed: '−', changed: '✎', moved: '✥' }

type Point = { x: number; y: number }
type Element = Point & {
  id: string
  width: number
  height: number
  waypoints?: Point[]
  parent?: unknown
}

/** Shows on a drawing what differs from the other: colour, sign and word. */
export function useMarks(
  viewer: NavigatedViewer | null,
  changes: readonly Change[],
  side: 'before' | 'after',
): void {
  const { t } = useTranslation('versions')
  useEffect(() => {
    if (!viewer) return
    const canvas = viewer.get<Canvas>('canvas')
    const overlays = viewer.get<Overlays>('overlays')
    const registry = viewer.get<ElementRegistry>('elementRegistry')
    const root = canvas.getRootElement()
    const marked: (readonly [string, string])[] = []
    for (const { id, change } of changes) {
      const element = registry.get(id) as Element | undefined
      if (!element || element === (root as unknown) || isElsewhere(change, side)) continue
      const marker = `pf-diff-${change}`
      canvas.addMarker(id, marker)
      marked.push([id, marker])
      const word = `${SIGNS[change]} ${t(`changes.${change}`)}`
      overlays.add(id, MARK, { position: placeOf(element), html: pill(change, word) })
    }
    return () => {
      overlays.remove({ type: MARK })
      for (const [id, marker] of marked) if (registry.get(id)) canvas.removeMarker(id, marker)
    }
  }, [viewer, changes, side, t])
}

function isElsewhere(change: ChangeType, side: 'before' | 'after'): boolean {
  return side === 'before' ? change === 'added' : change === 'removed'
}

function pill(change: ChangeType, word: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'pf-diff'
  made.dataset.change = change
  made.textContent = word
  return made
}

/** At the top left corner of a shape, in the middle of a flow. */
function placeOf({ waypoints }: Element): { top: number; left: number } {
  if (!waypoints || waypoints.length < 2) return { top: -10, left: -6 }
  const middle = waypoints.length / 2
  const [one, other] = [waypoints[Math.ceil(middle) - 1], waypoints[Math.floor(middle)]]
  if (!one || !other) return { top: -10, left: -6 }
  const corner = (axis: 'x' | 'y') => Math.min(...waypoints.map(point => point[axis]))
  return {
    top: (one.y + other.y) / 2 - corner('y') - 9,
    left: (one.x + other.x) / 2 - corner('x') - 20,
  }
}

/** Two drawings are moved and scaled as one. */
export function useSameView(one: NavigatedViewer | null, other: NavigatedViewer | null): void {
  useEffect(() => {
    if (!one || !other) return
    const stops = [follow(one, other), follow(other, one)]
    // What is larger decides at first, so that both fit.
    const [first, second] = [one, other].map(viewer => viewer.get<Canvas>('canvas'))
    if (first && second) {
      if (first.viewbox().scale <= second.viewbox().scale) take(second, first)
      else take(first, second)
    }
    return () => {
      for (const stop of stops) stop()
    }
  }, [one, other])
}

function follow(leader: NavigatedViewer, follower: NavigatedViewer): () => void {
  const [from, to] = [leader.get<Canvas>('canvas'), follower.get<Canvas>('canvas')]
  const onMoved = () => take(to, from)
  leader.on('canvas.viewbox.changed', onMoved)
  return () => leader.off('canvas.viewbox.changed', onMoved)
}

function take(to: Canvas, from: Canvas): void {
  const [wanted, now] = [from.viewbox(), to.viewbox()]
  const far = (a: number, b: number) => Math.abs(a - b) > 0.5
  const scaled = Math.abs(wanted.scale - now.scale) > 0.001
  if (!scaled && !far(wanted.x, now.x) && !far(wanted.y, now.y)) return
  const { width, height } = now.outer
  to.viewbox({
    x: wanted.x,
    y: wanted.y,
    width: width / wanted.scale,
    height: height / wanted.scale,
  })
}

/** Brings an element into view, in the first drawing that has it; the other follows. */
export function reveal(viewers: readonly (NavigatedViewer | null)[], id: string): void {
  for (const viewer of viewers.toReversed()) {
    const element = viewer?.get<ElementRegistry>('elementRegistry').get(id)
    if (!viewer || !element) continue
    const canvas = viewer.get<Canvas>('canvas')
    if (element === canvas.getRootElement()) return
    canvas.scrollToElement(element as Parameters<Canvas['scrollToElement']>[0], 60)
    return
  }
}

export function useShownRoles(viewer: NavigatedViewer | null, teamId: number): void {
  const { data: roles } = useQuery(rolesQuery(teamId))
  useEffect(() => {
    if (viewer && roles) viewer.get<DiagramContext>('diagramContext').showRoles(roles)
  }, [viewer, roles])
}
