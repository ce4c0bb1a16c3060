import type Modeler from 'bpmn-js/lib/Modeler'
import { type RefObject, useState } from 'react'
import type { Drawn } from '@/shared/diagram/model'
import type { DraftSaver } from '../draft-saver'
import { inputsOf } from '../graph/inputs'
import type { Played } from './use-simulation'

type Registry = { getAll: () => Drawn[] }

/** The drawing as it was when the simulation began. */
export type Stage = { xml: string; inputs: string[]; revision: number }

export type SimulationMode = {
  stage: Stage | null
  played: Played | null
  highlighted: string | null
  toggle: () => Promise<void>
  setPlayed: (played: Played | null) => void
  highlight: (bpmnId: string | null) => void
}

/** While something is simulated nothing can be drawn; it is the saved draft that runs. */
export function useSimulationMode(
  modeler: Modeler | null,
  saver: RefObject<DraftSaver | null>,
  readXml: () => Promise<string>,
): SimulationMode {
  const [stage, setStage] = useState<Stage | null>(null)
  const [played, setPlayed] = useState<Played | null>(null)
  const [highlighted, highlight] = useState<string | null>(null)
  async function toggle() {
    setPlayed(null)
    highlight(null)
    if (stage) return setStage(null)
    const saving = saver.current
    if (!modeler || !saving || !(await saving.flush())) return
    const inputs = inputsOf(modeler.get<Registry>('elementRegistry').getAll())
    setStage({ xml: await readXml(), inputs, revision: saving.revision })
  }
  return { stage, played, highlighted, toggle, setPlayed, highlight }
}
