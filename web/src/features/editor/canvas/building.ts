import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import { type Drawn, isOfType } from '@/shared/diagram/model'
import type { Batch } from './batch'

export const BUILDING_BLOCKS = {
  step: 'bpmn:UserTask',
  automatic: 'bpmn:ServiceTask',
  decision: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  end: 'bpmn:EndEvent',
} as const

export type BuildingBlock = keyof typeof BUILDING_BLOCKS

type Point = { x: number; y: number }
type Placed = Drawn & Point & { width: number; height: number }
type Modeling = {
  createShape: (shape: Drawn, at: Point, parent: Drawn) => Drawn
  moveElements: (elements: Drawn[], by: Point) => void
  removeElements: (elements: Drawn[]) => void
  connect: (from: Drawn, to: Drawn, what: { type: string }) => Drawn | undefined
}
type ElementFactory = { createShape: (attributes: { type: string }) => Drawn }
type AutoPlace = { append: (source: Drawn, shape: Drawn) => Drawn }
type Canvas = { getRootElement: () => Drawn }
type Services = { get: <T>(name: string) => T }

const STEP_WIDTH = 150

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
    return this.modeling().createShape(this.shape('bpmn:StartEvent'), { x: 180, y: 160 }, root)
  }

  /** Puts a node after another one, or into a flow; a gateway gets one more branch. */
  append(after: Drawn, block: BuildingBlock): Drawn {
    const type = BUILDING_BLOCKS[block]
    const flow = after.target ? after : intoFlow(after)
    if (flow && block !== 'end') return this.insert(flow, type)
    return this.services.get<AutoPlace>('autoPlace').append(after, this.shape(type))
  }

  connect(from: Drawn, to: Drawn): Drawn | undefined {
    return this.modeling().connect(from, to, { type: 'bpmn:SequenceFlow' })
  }

  remove(element: Drawn): void {
    this.modeling().removeElements([element])
  }

  private insert(flow: Drawn, type: string): Drawn {
    const [source, target] = [flow.source as Placed, flow.target as Placed]
    let made: Drawn | undefined
    this.services.get<Batch>('batch').run(() => {
      if (target.x > source.x && !this.hasPools()) this.makeRoom(target.x)
      const at = middle(source, target)
      made = this.modeling().createShape(this.shape(type), at, flow)
    })
    if (!made) throw new Error(`Nothing was put into the flow ${flow.id}`)
    return made
  }

  private makeRoom(from: number): void {
    const right = this.nodes().filter(node => (node as Placed).x >= from)
    this.modeling().moveElements(right, { x: STEP_WIDTH, y: 0 })
  }

  private hasPools(): boolean {
    const root = this.services.get<Canvas>('canvas').getRootElement()
    return isOfType(root.businessObject, 'bpmn:Collaboration')
  }

  private shape(type: string): Drawn {
    return this.services.get<ElementFactory>('elementFactory').createShape({ type })
  }

  private modeling(): Modeling {
    return this.services.get<Modeling>('modeling')
  }
}

/** The one flow that goes on after a step; a gateway branches instead. */
function intoFlow(node: Drawn): Drawn | undefined {
  if (isOfType(node.businessObject, 'bpmn:Gateway')) return undefined
  const flows = (node.outgoing ?? []).filter(flow => flow.type === 'bpmn:SequenceFlow')
  return flows.length === 1 ? flows[0] : undefined
}

function middle(from: Placed, to: Placed): Point {
  return {
    x: Math.round((from.x + from.width + to.x) / 2),
    y: Math.round((from.y + from.height / 2 + to.y + to.height / 2) / 2),
  }
}
