import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import type { Drawn } from '@/shared/diagram/model'
import { mark, showTokens, tokensOf } from '@/shared/diagram/tokens'
import { flowsOf, holders, standing } from '../graph/run'
import { walk } from './token-walk'

type Services = { get: <T>(name: string) => T }

const WHOLE = 6_000

/** Plays a run with tokens, flow after flow, and leaves them where it ends; gives back how to take all of it away. */
export function replay(modeler: Services, run: readonly string[]): () => void {
  const registry = modeler.get<ElementRegistry>('elementRegistry')
  const flows = flowsOf(run, id => registry.get(id) as unknown as Drawn | undefined)
  const marks: (() => void)[] = []
  let clear: () => void = () => undefined
  let stop: () => void = () => undefined

  function show(passed: number) {
    clear()
    clear = showTokens(modeler, tokensOf(holders(standing(flows.slice(0, passed)))))
  }

  function pass(at: number) {
    const flow = flows[at]
    if (!flow) return
    marks.push(mark(modeler, [flow.source.id, flow.id], 'pf-run'))
    stop = walk(
      modeler,
      [flow.id],
      () => {
        marks.push(mark(modeler, [flow.target.id], 'pf-run'))
        show(at + 1)
        pass(at + 1)
      },
      WHOLE / flows.length,
    )
  }

  pass(0)
  return () => {
    stop()
    clear()
    for (const undo of marks) undo()
  }
}
