import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type Canvas from 'diagram-js/lib/core/Canvas'
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import type { DiagramContext } from '@/shared/diagram/context'
import { DiagramViewer } from '@/shared/diagram/DiagramViewer'
import { mark, showTokens, tokensOf } from '@/shared/diagram/tokens'
import { doneIds } from '../tokens'

type InstanceDiagramProps = { xml: string; instance: InstanceDetail; highlighted: string | null }

/** The version's drawing with the tokens where they are and the path they took. */
export default function InstanceDiagram({ xml, instance, highlighted }: InstanceDiagramProps) {
  const { t } = useTranslation('instances')
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null)

  useEffect(() => {
    if (!viewer) return
    return showTokens(viewer, tokensOf(instance.elements))
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
