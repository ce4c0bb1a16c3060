import type { Drawn } from '@/shared/diagram/model'
import { PieceMenu } from './piece-menu'
import { PIECES, Pieces } from './pieces'

type Entries = Record<string, unknown>

type ContextPad = {
  registerProvider: (priority: number, provider: object) => void
}
type AutoPlace = { append: (source: Drawn, shape: Drawn) => void }
type Create = { start: (event: Event, shape: Drawn, context: { source: Drawn }) => void }
type Translate = (text: string) => string

const STEP = 'append.append-task'

/** What the pad beside an element offers: the rest of bpmn-js' entries draw what the engine does not run. */
const KEPT: ReadonlySet<string> = new Set([
  'append.end-event',
  'append.gateway',
  STEP,
  'append.text-annotation',
  'connect',
  'delete',
  'lane-insert-above',
  'lane-insert-below',
  'lane-divide-two',
  'lane-divide-three',
])

const PRIORITY = 500

/** Narrows the context pad; what an element is, is chosen in the panel. */
export class ReducedContextPad {
  static $inject = ['contextPad', 'pieces', 'pieceMenu', 'autoPlace', 'create', 'translate']

  constructor(
    contextPad: ContextPad,
    private readonly pieces: Pieces,
    private readonly pieceMenu: PieceMenu,
    private readonly autoPlace: AutoPlace,
    private readonly create: Create,
    private readonly translate: Translate,
  ) {
    contextPad.registerProvider(PRIORITY, this)
  }

  getContextPadEntries(element: Drawn) {
    return (entries: Entries): Entries => {
      const kept = Object.entries(entries).filter(([name]) => KEPT.has(name))
      return Object.fromEntries(
        kept.flatMap(([name, entry]) =>
          name === STEP
            ? [
                [STEP, this.step(element)],
                ['append.activity', this.activity(element)],
              ]
            : [[name, entry]],
        ),
      )
    }
  }

  getMultiElementContextPadEntries() {
    return (entries: Entries) => entries
  }

  private activity(after: Drawn) {
    return {
      group: 'model',
      className: 'bpmn-icon-service',
      title: this.translate('Activities of the team'),
      action: {
        click: ({ clientX, clientY }: MouseEvent) =>
          this.pieceMenu.openActivities({ x: clientX + 10, y: clientY + 10 }, after),
      },
    }
  }

  /** As from the palette: a step is one for a person until the panel says otherwise. */
  private step(after: Drawn) {
    const made = () => this.pieces.make(PIECES.step)
    return {
      group: 'model',
      className: PIECES.step.className,
      title: this.translate(PIECES.step.title),
      action: {
        click: () => this.autoPlace.append(after, made()),
        dragstart: (event: Event) => this.create.start(event, made(), { source: after }),
      },
    }
  }
}

export const paletteAndPadModule = {
  __init__: ['reducedContextPad', 'pieceMenu'],
  pieces: ['type', Pieces],
  pieceMenu: ['type', PieceMenu],
  reducedContextPad: ['type', ReducedContextPad],
}
