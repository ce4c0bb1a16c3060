import type { Drawn } from '@/shared/diagram/model'

/** A drawing from flows like `a>b`; what starts with S is a start. */
export function drawing(...flows: string[]): Drawn[] {
  type Node = Drawn & { incoming: Drawn[]; outgoing: Drawn[] }
  const nodes = new Map<string, Node>()
  const object = (type: string) => ({ $type: type, get: () => undefined })
  function node(id: string): Node {
    const type = id.startsWith('S') ? 'bpmn:StartEvent' : 'bpmn:Task'
    const known = nodes.get(id)
    const made: Node = known ?? {
      id,
      type,
      businessObject: object(type),
      incoming: [],
      outgoing: [],
    }
    nodes.set(id, made)
    return made
  }
  for (const id of flows) {
    const [from = '', to = ''] = id.split('>')
    const [source, target] = [node(from), node(to)]
    const type = 'bpmn:SequenceFlow'
    const flow = { id, type, businessObject: object(type), source, target }
    source.outgoing.push(flow)
    target.incoming.push(flow)
  }
  return [...nodes.values()]
}
