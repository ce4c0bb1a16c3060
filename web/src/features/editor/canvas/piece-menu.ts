import type Create from 'diagram-js/lib/features/create/Create'
import { type Drawn, isOfType } from '@/shared/diagram/model'
import { Building } from './building'
import type { Piece, Pieces } from './pieces'

const ACTIVITIES = 'processflow-activities'
const FOLLOWING = 'processflow-following'

/** Before diagram-js lets go of a connection that has found nothing. */
const BEFORE_CONNECT = 1_500

type Point = { x: number; y: number }
type Entry = {
  label: string
  description: string
  className: string
  action: (event: Event) => void
}
type PopupMenu = {
  registerProvider: (id: string, provider: object) => void
  open: (target: Drawn, id: string, at: Point, options: { title: string; search: boolean }) => void
  close: () => void
}
type Canvas = { getRootElement: () => Drawn }
type Selection = { select: (element: Drawn) => void }
type DirectEditing = { activate: (element: Drawn) => boolean }
type ConnectEnd = Point & {
  originalEvent: Event
  hover?: Drawn
  context: { start: Drawn; canExecute?: unknown }
}
type EventBus = {
  on: (event: string, priority: number, on: (event: ConnectEnd) => void) => void
}
type Injector = { get: <T>(name: string) => T }
type Translate = (text: string) => string

/** Where something new goes that is chosen from the menu. */
type Place = { after?: Drawn; at?: Point & { parent: Drawn } }

/** What can be drawn, in a menu that can be searched: the team's activities, or all that can follow something. */
export class PieceMenu {
  static $inject = ['popupMenu', 'create', 'canvas', 'pieces', 'eventBus', 'translate', 'injector']

  private place: Place = {}

  constructor(
    private readonly popupMenu: PopupMenu,
    private readonly create: Create,
    private readonly canvas: Canvas,
    private readonly pieces: Pieces,
    eventBus: EventBus,
    private readonly translate: Translate,
    private readonly injector: Injector,
  ) {
    this.register(ACTIVITIES, () => this.pieces.offered())
    this.register(FOLLOWING, () => this.offeredAfter())
    eventBus.on('connect.end', BEFORE_CONNECT, event => this.dropped(event))
  }

  /** @param after what the activity follows; without it, it is put down with the pointer */
  openActivities(at: Point, after?: Drawn): void {
    this.open(ACTIVITIES, 'Activities of the team', at, after ? { after } : {})
  }

  openAfter(after: Drawn, at: Point): void {
    this.open(FOLLOWING, 'What comes next', at, { after })
  }

  private open(id: string, title: string, at: Point, place: Place): void {
    this.place = place
    const target = place.after ?? this.canvas.getRootElement()
    this.popupMenu.open(target, id, at, { title: this.translate(title), search: true })
  }

  /** A flow drawn to where nothing is asks what shall be there. */
  private dropped({ x, y, hover, originalEvent, context }: ConnectEnd): void {
    const { start: after, canExecute } = context
    const parent = after.parent
    if (canExecute || !parent || !hover || !isGround(hover, after)) return
    if (this.building().piecesAfter(after).length === 0) return
    const { clientX, clientY } = originalEvent as MouseEvent
    const place = { after, at: { x: Math.round(x), y: Math.round(y), parent } }
    this.open(FOLLOWING, 'What comes next', { x: clientX, y: clientY }, place)
  }

  private offeredAfter(): readonly Piece[] {
    const { after, at } = this.place
    if (!after) return []
    return at ? this.pieces.following() : this.building().piecesAfter(after)
  }

  private register(id: string, offered: () => readonly Piece[]): void {
    this.popupMenu.registerProvider(id, {
      getPopupMenuEntries: () =>
        Object.fromEntries(
          offered().map((piece, place) => [`piece-${place}`, this.entry(piece)] as const),
        ),
    })
  }

  private entry(piece: Piece): Entry {
    return {
      label: this.translate(piece.title),
      description: piece.description ?? '',
      className: piece.className,
      action: event => {
        this.popupMenu.close()
        this.draw(piece, event)
      },
    }
  }

  private draw(piece: Piece, event: Event): void {
    const { after, at } = this.place
    if (!after) {
      this.create.start(event as MouseEvent, this.pieces.make(piece) as never)
      return
    }
    const building = this.building()
    const made = at ? building.appendAt(after, piece, at, at.parent) : building.append(after, piece)
    this.injector.get<Selection>('selection').select(made)
    // What comes with a name keeps it.
    if (!piece.name) this.injector.get<DirectEditing>('directEditing').activate(made)
  }

  private building(): Building {
    return new Building(this.injector)
  }
}

/** Whether nothing is drawn there that a flow could lead to, and no other pool begins. */
function isGround(hover: Drawn, after: Drawn): boolean {
  if (hover === after.parent) return true
  const isDrawn =
    hover.labelTarget || hover.source || isOfType(hover.businessObject, 'bpmn:FlowNode')
  const pool = poolOf(hover)
  return !isDrawn && (!pool || pool === poolOf(after))
}

function poolOf(element: Drawn): Drawn | undefined {
  if (isOfType(element.businessObject, 'bpmn:Participant')) return element
  return element.parent ? poolOf(element.parent) : undefined
}
