import type { Drawn } from '@/shared/diagram/model'
import type { TokenHolder } from '@/shared/diagram/tokens'

type Flow = Drawn & { source: Drawn; target: Drawn }

/** What is drawn of a run: its flows in the order in which tokens pass them. */
export function flowsOf(run: readonly string[], drawn: (id: string) => Drawn | undefined): Flow[] {
  return run
    .map(drawn)
    .filter((element): element is Flow => Boolean(element?.source && element.target))
}

/** Who takes one token from each way in and gives one to each way out. */
function isParallel(node: Drawn): boolean {
  return node.type === 'bpmn:ParallelGateway' || node.type === 'bpmn:InclusiveGateway'
}

/** Where the tokens stand after they have passed these flows: a node is listed once for each. */
export function standing(flows: readonly Flow[]): Drawn[] {
  const tokens = new Map<Drawn, number>()
  flows.forEach((flow, at) => {
    const { source, target } = flow
    // The ways out of one split are passed at once.
    const isFirst = flows[at - 1]?.source !== source
    const left = (tokens.get(source) ?? 0) - (isFirst ? 1 : 0)
    tokens.set(source, isParallel(source) ? 0 : Math.max(left, 0))
    tokens.set(target, (tokens.get(target) ?? 0) + 1)
  })
  return [...tokens].flatMap(([node, count]) => Array<Drawn>(count).fill(node))
}

/** Tokens to be shown: at a join with ways still to come they wait. */
export function holders(nodes: readonly Drawn[]): TokenHolder[] {
  return nodes.map(node => {
    const waits = isParallel(node) && (node.incoming ?? []).length > 1
    return {
      bpmnId: node.id,
      status: waits ? 'Created' : 'Todo',
      name: node.businessObject.name ?? null,
    }
  })
}
