import type { Happening, HappeningKind, Simulation, Turn } from '../api/simulation'

/** The drawn flows that tokens passed, in their order. */
export function pathOf(turns: readonly Turn[]): string[] {
  return turns.flatMap(turn => turn.happenings.flatMap(each => each.path))
}

const OVER: ReadonlySet<HappeningKind> = new Set(['passed', 'completed', 'joined'])

/** The drawn elements that were passed and hold no token now. */
export function passedIds({ turns, open }: Simulation): string[] {
  const waiting = new Set(open.map(step => step.bpmnId))
  const passed = turns
    .flatMap(turn => turn.happenings)
    .filter(each => OVER.has(each.kind))
    .flatMap(each => (each.bpmnId === null || waiting.has(each.bpmnId) ? [] : [each.bpmnId]))
  return [...new Set(passed)]
}

const ARRIVED: ReadonlySet<HappeningKind> = new Set(['opened', 'waiting', 'failed'])

/** The steps whose tokens stood there before the last turn already. */
export function stoodBefore({ turns, open }: Simulation): Simulation['open'] {
  const arrived = (turns.at(-1)?.happenings ?? []).filter(each => ARRIVED.has(each.kind))
  const numbers = new Set(arrived.map(each => each.number))
  return open.filter(step => !numbers.has(step.number))
}

/** Whether a challenge's clock is running. */
export function challengeRuns({ turns }: Simulation): boolean {
  const all = turns.flatMap(turn => turn.happenings)
  const count = (kind: HappeningKind) => all.filter(each => each.kind === kind).length
  return count('challengeBegun') > count('challengeEnded')
}

/** What is worth a line: a step that opens is listed as such, and one that is passed without a word is on the drawing. */
export function told(turn: Turn): Happening[] {
  return turn.happenings.filter(each => each.kind !== 'opened')
}
