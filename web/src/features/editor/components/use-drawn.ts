import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useState } from 'react'
import type { Drawn } from '@/shared/diagram/model'

type Registry = { getAll: () => Drawn[] }

/** All that is drawn; another list after each change. */
export function useDrawn(modeler: Modeler | null): readonly Drawn[] {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([])
  useEffect(() => {
    if (!modeler) return setDrawn([])
    const registry = modeler.get<Registry>('elementRegistry')
    const look = () => setDrawn(registry.getAll())
    look()
    const events = ['commandStack.changed', 'import.done']
    for (const event of events) modeler.on(event, look)
    return () => {
      for (const event of events) modeler.off(event, look)
    }
  }, [modeler])
  return drawn
}
