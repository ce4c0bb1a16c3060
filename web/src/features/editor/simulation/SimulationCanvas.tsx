import { useQuery } from '@tanstack/react-query'
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramContext } from '@/shared/diagram/context'
import { DiagramViewer } from '@/shared/diagram/DiagramViewer'
import { mark, showTokens, tokensOf } from '@/shared/diagram/tokens'
import { rolesQuery } from '@/shared/team/roles'
import type { Simulation } from '../api/simulation'
import { walk } from '../canvas/token-walk'
import { passedIds, pathOf, stoodBefore } from './story'

type SimulationCanvasProps = {
  teamId: number
  xml: string
  result: Simulation | null
  highlighted: string | null
}

/** The drawing to look at, with the tokens of the simulation: each answer moves them along its way. */
export default function SimulationCanvas({
  teamId,
  xml,
  result,
  highlighted,
}: SimulationCanvasProps) {
  const { t } = useTranslation('editor')
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null)
  const { data: roles } = useQuery(rolesQuery(teamId))

  useEffect(() => {
    if (viewer && roles) viewer.get<DiagramContext>('diagramContext').showRoles(roles)
  }, [viewer, roles])

  useEffect(() => {
    if (!viewer) return
    const context = viewer.get<DiagramContext>('diagramContext')
    if (!result) {
      context.showPath([])
      return
    }
    const last = pathOf(result.turns.slice(-1))
    context.showPath(pathOf(result.turns.slice(0, -1)))
    let clear = [showTokens(viewer, tokensOf(stoodBefore(result)))]
    const stop = walk(viewer, last, () => {
      context.showPath(pathOf(result.turns))
      for (const undo of clear) undo()
      const places = tokensOf(result.open)
      const failed = places.filter(place => place.failed).map(place => place.bpmnId)
      clear = [
        showTokens(viewer, places),
        mark(viewer, passedIds(result), 'pf-done'),
        mark(viewer, failed, 'pf-failed'),
      ]
    })
    return () => {
      stop()
      for (const undo of clear) undo()
    }
  }, [viewer, result])

  useEffect(() => {
    const open = result?.open.some(step => step.bpmnId === highlighted)
    if (!viewer || highlighted === null || !open) return
    return mark(viewer, [highlighted], 'pf-run')
  }, [viewer, highlighted, result])

  return <DiagramViewer xml={xml} label={t('simulate.canvas')} onReady={setViewer} />
}
