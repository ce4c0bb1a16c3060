import { type Drawn, isOfType, type Moddle, moddleList } from '@/shared/diagram/model'

type Neighbours = (node: Drawn) => (Drawn | undefined)[]

const after: Neighbours = node => flows(node.outgoing).map(flow => flow.target)
const before: Neighbours = node => flows(node.incoming).map(flow => flow.source)

function flows(among: readonly Drawn[] | undefined): Drawn[] {
  return (among ?? []).filter(flow => isOfType(flow.businessObject, 'bpmn:SequenceFlow'))
}

function reached(from: Drawn, next: Neighbours): Set<Drawn> {
  const found = new Set([from])
  for (const node of found) {
    for (const neighbour of next(node)) if (neighbour) found.add(neighbour)
  }
  return found
}

/** Both nodes, and every node on a way from the one to the other. */
export function nodesBetween(from: Drawn, to: Drawn): Drawn[] {
  const back = reached(to, before)
  return [...reached(from, after)].filter(node => back.has(node))
}

/** Where a challenge that begins with a node can end: with itself, or at what comes after it in the same pool. */
export function lastNodes(from: Drawn): Drawn[] {
  const isInside = (node: Drawn) =>
    !isOfType(node.businessObject, 'bpmn:EndEvent') &&
    !isOfType(node.businessObject, 'bpmn:StartEvent')
  return isInside(from) ? [...reached(from, after)].filter(isInside) : []
}

/** The frame a node says it belongs to (BPMN 2.0, 8.3.3). */
export function challengeOf(node: Drawn, groups: readonly Drawn[]): Drawn | undefined {
  const values = moddleList(node.businessObject, 'categoryValueRef')
  return groups.find(group => {
    const value = group.businessObject.get('categoryValueRef') as Moddle | undefined
    return value !== undefined && values.includes(value)
  })
}
