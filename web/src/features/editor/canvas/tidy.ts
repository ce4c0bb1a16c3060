import { getExternalLabelMid } from 'bpmn-js/lib/util/LabelUtil'
import type CommandStack from 'diagram-js/lib/command/CommandStack'
import { withLayout } from '@/shared/diagram/layout'
import { type Drawn, isOfType, type Moddle } from '@/shared/diagram/model'
import { isNamedAbove } from '@/shared/diagram/names'
import { type Box, BPMNDI, boxesOf, edgesOf, type Point, pointsOf } from '@/shared/diagram/places'
import { isWay, type Places, tidied } from '../graph/tidy'

const COMMAND = 'processflow.tidy'

type Shape = Drawn & Box
type Registry = { getAll: () => Drawn[]; get: (id: string) => Drawn | undefined }
type BpmnFactory = {
  createDiBounds: (bounds: Box) => Moddle
  createDiWaypoints: (points: Point[]) => Moddle[]
}
type Context = { to: Places; before?: Places; labels?: ReadonlyMap<string, Box> }

/** Lays the whole drawing out anew: one step to undo, and nothing but places changes. */
export class Tidy {
  static $inject = ['commandStack', 'elementRegistry']

  constructor(
    private readonly commandStack: CommandStack,
    private readonly registry: Registry,
  ) {
    commandStack.registerHandler(COMMAND, TidyHandler)
  }

  /** @throws Error when something that is drawn finds no place; nothing has changed then */
  async run(xml: string): Promise<void> {
    const known = placesIn(await withLayout(withoutPlaces(xml)))
    const nodes = this.registry.getAll().filter(isOnTop)
    const lost = nodes.find(node => !known.boxes.has(node.id))
    if (nodes.length === 0) return
    if (lost) throw new Error(`The layout has no place for ${lost.id}`)
    this.commandStack.execute(COMMAND, { to: tidied(this.registry.getAll(), known) })
  }
}

/** A node of the flow that is not inside of another one. */
function isOnTop(element: Drawn): boolean {
  const parent = element.parent?.businessObject
  return (
    !element.labelTarget &&
    isOfType(element.businessObject, 'bpmn:FlowNode') &&
    (!parent || !isOfType(parent, 'bpmn:SubProcess'))
  )
}

function withoutPlaces(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  for (const each of [...document.getElementsByTagNameNS(BPMNDI, 'BPMNDiagram')]) each.remove()
  return new XMLSerializer().serializeToString(document)
}

function placesIn(xml: string): Places {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const planes = [...document.getElementsByTagNameNS(BPMNDI, 'BPMNPlane')]
  return {
    boxes: new Map(planes.flatMap(plane => [...boxesOf(plane)])),
    ways: new Map(
      planes.flatMap(plane =>
        [...edgesOf(plane)].map(([id, edge]): [string, Point[]] => [id, pointsOf(edge)]),
      ),
    ),
  }
}

class TidyHandler {
  static $inject = ['elementRegistry', 'bpmnFactory']

  constructor(
    private readonly registry: Registry,
    private readonly factory: BpmnFactory,
  ) {}

  execute(context: Context): Drawn[] {
    const all = this.registry.getAll()
    context.before = placesNow(all)
    context.labels = new Map(all.filter(each => each.labelTarget).map(each => [each.id, box(each)]))
    const changed = this.place(context.to)
    for (const label of all.filter(each => each.labelTarget)) {
      this.put(label, labelBox(label as Shape))
      changed.push(label)
    }
    return changed
  }

  revert(context: Context): Drawn[] {
    const changed = context.before ? this.place(context.before) : []
    for (const [id, bounds] of context.labels ?? []) {
      const label = this.registry.get(id)
      if (!label) continue
      this.put(label, bounds)
      changed.push(label)
    }
    return changed
  }

  private place({ boxes, ways }: Places): Drawn[] {
    const changed: Drawn[] = []
    for (const element of this.registry.getAll()) {
      const [bounds, points] = [boxes.get(element.id), ways.get(element.id)]
      if (bounds) this.put(element, bounds)
      if (points) this.lead(element, points)
      if (bounds || points) changed.push(element)
    }
    return changed
  }

  private put(element: Drawn, bounds: Box): void {
    Object.assign(element, bounds)
    const di = element.labelTarget ? (element.di?.get('label') as Moddle | undefined) : element.di
    di?.set?.('bounds', this.factory.createDiBounds(bounds))
  }

  private lead(element: Drawn, points: Point[]): void {
    Object.assign(element, { waypoints: points.map(point => ({ ...point })) })
    element.di?.set?.('waypoint', this.factory.createDiWaypoints(points))
  }
}

/** Below its element as bpmn-js has it, or above it where a flow leaves downwards. */
function labelBox(label: Shape): Box {
  const { width, height } = label
  const target = label.labelTarget as Shape
  const middle = getExternalLabelMid(target as never)
  const flows = [...(target.incoming ?? []), ...(target.outgoing ?? [])].filter(isWay)
  const isGateway = isOfType(target.businessObject, 'bpmn:Gateway')
  const above =
    isGateway &&
    isNamedAbove(
      box(target),
      flows.map(flow => flow.waypoints),
    )
  const y = above ? 2 * (target.y + target.height / 2) - middle.y : middle.y
  return { x: middle.x - width / 2, y: y - height / 2, width, height }
}

function box(element: Drawn): Box {
  const { x, y, width, height } = element as Shape
  return { x, y, width, height }
}

function placesNow(elements: readonly Drawn[]): Places {
  const drawn = elements.filter(element => !element.labelTarget)
  return {
    boxes: new Map(
      drawn.filter(each => !isWay(each) && 'x' in each).map(each => [each.id, box(each)]),
    ),
    ways: new Map(drawn.filter(isWay).map(each => [each.id, each.waypoints])),
  }
}

export const tidyModule = { __init__: ['tidy'], tidy: ['type', Tidy] }
