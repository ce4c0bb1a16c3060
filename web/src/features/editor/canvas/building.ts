import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import { type Drawn, isOfType } from '@/shared/diagram/model'
import type { Batch } from './batch'
import { PIECES, type Piece, type Pieces } from './pieces'

type Point = { x: number; y: number }
type Box = Point & { width: number; height: number }
type Placed = Drawn & Box
type Modeling = {
  createShape: (shape: Drawn, at: Point | Box, parent: Drawn) => Drawn
  updateWaypoints: (flow: Drawn, waypoints: Point[]) => void
  removeElements: (elements: Drawn[]) => void
  connect: (from: Drawn, to: Drawn, what: { type: string }) => Drawn | undefined
  appendShape: (source: Drawn, shape: Drawn, at: Point, parent: Drawn) => Drawn
}
type AutoPlace = { append: (source: Drawn, shape: Drawn) => Drawn }
type Canvas = { getRootElement: () => Drawn }
type Allowed = { type?: string } | false | null
type Rules = { allowed: (action: string, context: { source: Drawn; target: Drawn }) => Allowed }
type Adjustments = { movingShapes: Drawn[]; resizingShapes: Drawn[] }
type SpaceTool = {
  calculateAdjustments: (all: Drawn[], axis: 'x', by: number, start: number) => Adjustments
  makeSpace: (moving: Drawn[], resizing: Drawn[], by: Point, to: 'e', start: number) => void
}
type Services = { get: <T>(name: string) => T }

const STEP_WIDTH = 150
const WAY_BELOW = 48
const AROUND = 25

/** Builds the flow without a pointer; each call is one step to undo. */
export class Building {
  constructor(private readonly services: Services) {}

  /** The nodes of the flow, in the order they are drawn in. */
  nodes(): Drawn[] {
    const registry = this.services.get<ElementRegistry>('elementRegistry')
    return (registry.getAll() as unknown as Drawn[]).filter(
      element => !element.labelTarget && isOfType(element.businessObject, 'bpmn:FlowNode'),
    )
  }

  /** The first node of an empty drawing. */
  begin(): Drawn {
    const root = this.services.get<Canvas>('canvas').getRootElement()
    return this.modeling().createShape(this.make(PIECES.start), { x: 180, y: 160 }, root)
  }

  /** What can come after a node or into a flow. */
  piecesAfter(after: Drawn): readonly Piece[] {
    const all = this.services.get<Pieces>('pieces').following()
    const between = all.filter(piece => piece.type !== 'bpmn:EndEvent')
    if (after.target) return between
    const isNode = isOfType(after.businessObject, 'bpmn:FlowNode')
    if (!isNode || isOfType(after.businessObject, 'bpmn:EndEvent')) return []
    return intoFlow(after) ? between : all
  }

  /** Puts a node after another one, or into a flow; a gateway gets one more branch. */
  append(after: Drawn, piece: Piece): Drawn {
    let made: Drawn | undefined
    this.services.get<Batch>('batch').run(() => {
      const flow = after.target ? after : intoFlow(after)
      made = flow
        ? this.insert(flow, piece)
        : this.services.get<AutoPlace>('autoPlace').append(after, this.make(piece))
    })
    if (!made) throw new Error(`Nothing was put after ${after.id}`)
    return made
  }

  /** Puts a node where it was pointed to, with a flow of its own that leads there. */
  appendAt(after: Drawn, piece: Piece, at: Point, parent: Drawn): Drawn {
    return this.modeling().appendShape(after, this.make(piece), at, parent)
  }

  /** Where a further flow of a node may lead; only a gateway has several. */
  targetsOf(from: Drawn): Drawn[] {
    const isGateway = isOfType(from.businessObject, 'bpmn:Gateway')
    const ways = flowsOf(from)
    if (!isGateway && ways.length > 0) return []
    const rules = this.services.get<Rules>('rules')
    return this.nodes().filter(target => {
      if (target === from || ways.some(flow => flow.target === target)) return false
      const allowed = rules.allowed('connection.create', { source: from, target })
      return !!allowed && allowed.type === 'bpmn:SequenceFlow'
    })
  }

  /** A way back is led below what lies between, not over the way there. */
  connect(from: Drawn, to: Drawn): Drawn | undefined {
    let made: Drawn | undefined
    this.services.get<Batch>('batch').run(() => {
      made = this.modeling().connect(from, to, { type: 'bpmn:SequenceFlow' })
      const [source, target] = [from as Placed, to as Placed]
      if (made && target.x + target.width <= source.x) {
        this.modeling().updateWaypoints(made, this.wayBack(source, target))
      }
    })
    return made
  }

  private wayBack(from: Placed, to: Placed): Point[] {
    const right = from.x + from.width
    const between = (this.nodes() as Placed[]).filter(
      node => node.parent === from.parent && node.x + node.width > to.x && node.x < right,
    )
    const y = WAY_BELOW + Math.max(...between.map(node => node.y + node.height))
    const [start, end] = [bottom(from), bottom(to)]
    return [start, { x: start.x, y }, { x: end.x, y }, end]
  }

  /** Everything that is timed together: the frames that are challenges. */
  challenges(): Drawn[] {
    const registry = this.services.get<ElementRegistry>('elementRegistry')
    return (registry.getAll() as unknown as Drawn[]).filter(
      element => element.type === 'bpmn:Group' && !element.labelTarget,
    )
  }

  /** Draws the frame of a challenge around nodes. */
  challenge(nodes: readonly Drawn[]): Drawn {
    const boxes = nodes as Placed[]
    const x = Math.min(...boxes.map(box => box.x)) - AROUND
    const y = Math.min(...boxes.map(box => box.y)) - AROUND
    const width = Math.max(...boxes.map(box => box.x + box.width)) + AROUND - x
    const height = Math.max(...boxes.map(box => box.y + box.height)) + AROUND - y
    const root = this.services.get<Canvas>('canvas').getRootElement()
    return this.modeling().createShape(this.make(PIECES.challenge), { x, y, width, height }, root)
  }

  remove(element: Drawn): void {
    this.modeling().removeElements([element])
  }

  private insert(flow: Drawn, piece: Piece): Drawn {
    const [source, target] = [flow.source as Placed, flow.target as Placed]
    if (target.x > source.x) this.makeRoom(target.x - 1)
    return this.modeling().createShape(this.make(piece), middle(source, target), flow)
  }

  /** As the space tool does it: pools and lanes grow with what is in them. */
  private makeRoom(start: number): void {
    const tool = this.services.get<SpaceTool>('spaceTool')
    const registry = this.services.get<ElementRegistry>('elementRegistry')
    const all = registry.getAll() as unknown as Drawn[]
    const { movingShapes, resizingShapes } = tool.calculateAdjustments(all, 'x', STEP_WIDTH, start)
    tool.makeSpace(movingShapes, resizingShapes, { x: STEP_WIDTH, y: 0 }, 'e', start)
  }

  private make(piece: Piece): Drawn {
    return this.services.get<Pieces>('pieces').make(piece)
  }

  private modeling(): Modeling {
    return this.services.get<Modeling>('modeling')
  }
}

/** The one flow that goes on after a step; a gateway branches instead. */
function intoFlow(node: Drawn): Drawn | undefined {
  if (isOfType(node.businessObject, 'bpmn:Gateway')) return undefined
  const flows = flowsOf(node)
  return flows.length === 1 ? flows[0] : undefined
}

function flowsOf(node: Drawn): Drawn[] {
  return (node.outgoing ?? []).filter(flow => flow.type === 'bpmn:SequenceFlow')
}

function bottom({ x, y, width, height }: Placed): Point {
  return { x: Math.round(x + width / 2), y: y + height }
}

function middle(from: Placed, to: Placed): Point {
  return {
    x: Math.round((from.x + from.width + to.x) / 2),
    y: Math.round((from.y + from.height / 2 + to.y + to.height / 2) / 2),
  }
}
