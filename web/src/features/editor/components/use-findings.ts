import type Modeler from 'bpmn-js/lib/Modeler'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Finding } from '@/shared/api/types'
import type { Drawn } from '@/shared/diagram/model'
import { replay } from '../canvas/replay'
import { showElement } from '../canvas/show-element'

type Registry = { get: (id: string) => Drawn | undefined }

/** Shows a finding's place; one about behaviour is replayed with tokens, until Escape or the next change. */
export function useShowFinding(modeler: Modeler | null) {
  const [active, setActive] = useState<Finding | null>(null)
  const stop = useRef<() => void>(() => undefined)

  const clear = useCallback(() => {
    stop.current()
    stop.current = () => undefined
    setActive(null)
  }, [])
  useEffect(() => clear, [clear])
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && clear()
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [active, clear])

  const show = useCallback(
    (finding: Finding) => {
      stop.current()
      setActive(finding)
      if (!modeler) return
      const registry = modeler.get<Registry>('elementRegistry')
      const element = finding.elementId ? registry.get(finding.elementId) : undefined
      showElement(modeler, element ?? null)
      stop.current = replay(modeler, finding.run)
    },
    [modeler],
  )
  return { active, show, clear }
}
