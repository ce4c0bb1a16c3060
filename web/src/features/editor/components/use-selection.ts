import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useState } from 'react'
import type { Drawn } from '@/shared/diagram/model'

type Selected = { element: Drawn; elements: readonly Drawn[]; revision: number }
type Canvas = { getRootElement: () => Drawn }
type Selection = { get: () => Drawn[] }

/** The one selected element, or the canvas itself; new with every change of the drawing. */
export function useSelection(modeler: Modeler | null): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    if (!modeler) return setSelected(null)
    const canvas = modeler.get<Canvas>('canvas')
    const selection = modeler.get<Selection>('selection')
    function look() {
      const chosen = selection.get().map(element => element.labelTarget ?? element)
      const distinct = [...new Set(chosen)]
      const [first] = distinct
      const element = distinct.length === 1 && first ? first : canvas.getRootElement()
      setSelected(before => ({
        element,
        elements: distinct,
        revision: (before?.revision ?? 0) + 1,
      }))
    }
    look()
    const events = ['selection.changed', 'commandStack.changed', 'import.done']
    for (const event of events) modeler.on(event, look)
    return () => {
      for (const event of events) modeler.off(event, look)
    }
  }, [modeler])
  return selected
}
