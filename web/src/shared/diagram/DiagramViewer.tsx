import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type Canvas from 'diagram-js/lib/core/Canvas'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/shared/ui/States'
import './diagram.css'
import { fitDrawing, keepFitted, moveGrid } from './grid'
import { withLayout } from './layout'
import { diagramOptions } from './modules'

type DiagramViewerProps = {
  xml: string
  label: string
  /** Called with each drawing that is ready, and again with null before it goes. */
  onReady?: (viewer: NavigatedViewer | null) => void
}

/** A drawing to look at: pan, zoom, nothing to change. */
export function DiagramViewer({ xml, label, onReady }: DiagramViewerProps) {
  useTranslation('diagram')
  const ground = useRef<HTMLDivElement>(null)
  const ready = useRef(onReady)
  ready.current = onReady
  const [error, setError] = useState<unknown>()

  useEffect(() => {
    const container = ground.current
    if (!container) return
    const viewer = new NavigatedViewer({ container, ...diagramOptions })
    const canvas = viewer.get<Canvas>('canvas')
    viewer.on('canvas.viewbox.changed', () => moveGrid(canvas, container))
    let live = true
    async function show() {
      try {
        setError(undefined)
        const drawn = await withLayout(xml)
        if (!live) return
        await viewer.importXML(drawn)
        if (!live) return
        fitDrawing(canvas)
        ready.current?.(viewer)
      } catch (cause) {
        if (live) setError(cause)
      }
    }
    void show()
    const stopFitting = keepFitted(canvas, container)
    return () => {
      live = false
      stopFitting()
      ready.current?.(null)
      viewer.destroy()
    }
  }, [xml])

  return (
    <section className="pf-diagram" ref={ground} aria-label={label}>
      {error === undefined ? null : <ErrorState error={error} />}
    </section>
  )
}
