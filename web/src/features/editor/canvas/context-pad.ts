type Entries = Record<string, unknown>

type ContextPad = {
  registerProvider: (priority: number, provider: object) => void
}

/** What the pad beside an element offers: the rest of bpmn-js' entries draw what the engine does not run. */
const KEPT: ReadonlySet<string> = new Set([
  'append.end-event',
  'append.gateway',
  'append.append-task',
  'append.text-annotation',
  'connect',
  'delete',
  'lane-insert-above',
  'lane-insert-below',
  'lane-divide-two',
  'lane-divide-three',
])

const PRIORITY = 500

function kept(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => KEPT.has(name)))
}

/** Narrows the context pad; what an element is, is chosen in the panel. */
export class ReducedContextPad {
  static $inject = ['contextPad']

  constructor(contextPad: ContextPad) {
    contextPad.registerProvider(PRIORITY, this)
  }

  getContextPadEntries() {
    return kept
  }

  getMultiElementContextPadEntries() {
    return (entries: Entries) => entries
  }
}

export const paletteAndPadModule = {
  __init__: ['reducedContextPad'],
  reducedContextPad: ['type', ReducedContextPad],
}
