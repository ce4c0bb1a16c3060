import type Modeler from 'bpmn-js/lib/Modeler'
import { useCallback, useEffect, useRef } from 'react'
import { useSingleKeys } from '@/shared/ui/single-keys'
import { toastProblem } from '@/shared/ui/toast'
import type { Tidy } from '../canvas/tidy'
import type { View } from '../canvas/view'
import { readXml } from './use-editor'

type Keyboard = {
  addListener: (
    priority: number,
    listener: (context: { keyEvent: KeyboardEvent }) => unknown,
  ) => void
  removeListener: (listener: (context: { keyEvent: KeyboardEvent }) => unknown) => void
}

/** Before the tools of bpmn-js that have the same key. */
const FIRST = 10_000

/** Lays the drawing out anew, on demand or with the key l on the canvas. */
export function useTidy(modeler: Modeler | null): () => void {
  const [singleKeys] = useSingleKeys()
  const running = useRef(false)
  const tidy = useCallback(() => {
    if (!modeler || running.current) return
    running.current = true
    readXml(modeler)
      .then(xml => modeler.get<Tidy>('tidy').run(xml))
      .then(() => modeler.get<View>('view').whole())
      .catch(toastProblem)
      .finally(() => {
        running.current = false
      })
  }, [modeler])
  useEffect(() => {
    if (!modeler || !singleKeys) return
    const keyboard = modeler.get<Keyboard>('keyboard')
    const onKey = ({ keyEvent }: { keyEvent: KeyboardEvent }) => {
      if (keyEvent.key !== 'l' || keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return
      tidy()
      return true
    }
    keyboard.addListener(FIRST, onKey)
    return () => keyboard.removeListener(onKey)
  }, [modeler, singleKeys, tidy])
  return tidy
}
