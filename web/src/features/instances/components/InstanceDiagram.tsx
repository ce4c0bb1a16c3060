import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type Canvas from 'diagram-js/lib/core/Canvas'
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import type Overlays from 'diagram-js/lib/features/overlays/Overlays'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import type { DiagramContext } from '@/shared/diagram/context'
import { DiagramViewer } from '@/shared/diagram/DiagramViewer'
import { doneIds, type TokenPlace, tokensOf } from '../tokens'

type InstanceDiagramProps = { xml: string; instance: InstanceDetail; highlighted: string | null }

const TOKENS = 'tokens'

/** The version's drawing with the tokens where they are and the path they took. */
export default function InstanceDiagram({ xml, instance, highlighted }: InstanceDiagramProps) {
  const { t } = useTranslation('instances')
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null)

  useEffect(() => {
    if (!viewer) return
    const registry = viewer.get<ElementRegistry>('elementRegistry')
    const overlays = viewer.get<Overlays>('overlays')
    const places = tokensOf(instance.elements).filter(place => registry.get(place.bpmnId))
    for (const place of places) drawTokens(overlays, registry, place)
    return () => {
      overlays.remove({ type: TOKENS })
    }
  }, [viewer, instance])

  useEffect(() => {
    if (!viewer) return
    viewer.get<DiagramContext>('diagramContext').showPath(instance.path)
    const failed = tokensOf(instance.elements).filter(place => place.failed)
    const clearDone = mark(viewer, doneIds(instance), 'pf-done')
    const clearFailed = mark(
      viewer,
      failed.map(place => place.bpmnId),
      'pf-failed',
    )
    return () => {
      clearDone()
      clearFailed()
    }
  }, [viewer, instance])

  useEffect(() => {
    if (!viewer || highlighted === null) return
    const canvas = viewer.get<Canvas>('canvas')
    const element = viewer.get<ElementRegistry>('elementRegistry').get(highlighted)
    if (!element) return
    canvas.scrollToElement(element as Parameters<Canvas['scrollToElement']>[0])
    return mark(viewer, [highlighted], 'pf-run')
  }, [viewer, highlighted])

  return <DiagramViewer xml={xml} label={t('diagram')} onReady={setViewer} />
}

function mark(viewer: NavigatedViewer, ids: readonly string[], marker: string): () => void {
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
