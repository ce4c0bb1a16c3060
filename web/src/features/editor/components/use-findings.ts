import type Modeler from 'bpmn-js/lib/Modeler'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Finding } from '@/shared/api/types'
import type { Drawn } from '@/shared/diagram/model'

type Canvas = {
  addMarker: (id: string, marker: string) => void
  removeMarker: (id: string, marker: string) => void
  scrollToElement: (element: Drawn, padding?: number) => void
}
type Registry = { get: (id: string) => Drawn | undefined }
type Selection = { select: (element: Drawn | null) => void }

const BEAT = 420

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Shows a finding's place; one about behaviour is replayed, element after element. */
export function useShowFinding(modeler: Modeler | null) {
  const [active, setActive] = useState<Finding | null>(null)
  const stop = useRef<() => void>(() => undefined)

  const clear = useCallback(() => {
    stop.current()
    stop.current = () => undefined
    setActive(null)
  }, [])
  useEffect(() => clear, [clear])

  const show = useCallback(
    (finding: Finding) => {
      stop.current()
      setActive(finding)
      if (!modeler) return
      const registry = modeler.get<Registry>('elementRegistry')
      const canvas = modeler.get<Canvas>('canvas')
      const element = finding.elementId ? registry.get(finding.elementId) : undefined
      modeler.get<Selection>('selection').select(element ?? null)
      if (element) canvas.scrollToElement(element, 120)
      const run = finding.run.filter(id => registry.get(id))
      stop.current = run.length > 0 ? replay(canvas, registry, run) : () => undefined
    },
    [modeler],
  )
  return { active, show, clear }
}

function replay(canvas: Canvas, registry: Registry, run: string[]): () => void {
  const marked = new Set<string>()
  const mark = (id: string) => {
    marked.add(id)
    canvas.addMarker(id, 'pf-run')
  }
  let timer: ReturnType<typeof setInterval> | undefined
  if (reducedMotion()) {
    for (const id of run) mark(id)
  } else {
    let at = 0
    timer = setInterval(() => {
      const id = run[at++]
      if (id === undefined) return clearInterval(timer)
      if (registry.get(id)) mark(id)
    }, BEAT)
  }
  return () => {
    clearInterval(timer)
    for (const id of marked) if (registry.get(id)) canvas.removeMarker(id, 'pf-run')
  }
}
