import { type Drawn, isOfType } from '@/shared/diagram/model'

/** A line of the outline: a node, a way out of a node with several, or where a way goes on. */
export type OutlineEntry = {
  key: string
  kind: 'node' | 'branch' | 'goto'
  /** What is selected with it: the node, or the flow. */
  element: Drawn
  level: number
  /** Of a goto: whether it leads back to a node it came from. */
  back: boolean
}

type Flow = Drawn & { target: Drawn }

function flowsOut(node: Drawn): Flow[] {
  return (node.outgoing ?? []).filter(
    (flow): flow is Flow => isOfType(flow.businessObject, 'bpmn:SequenceFlow') && !!flow.target,
  )
}

/** The nodes and flows in the order of the flow: branches inside, what they join in after them. */
export function outlineOf(nodes: readonly Drawn[]): OutlineEntry[] {
  const starts = nodes.filter(node => node.type === 'bpmn:StartEvent')
  const sources = nodes.filter(node => (node.incoming ?? []).length === 0)
  const roots = [...new Set([...starts, ...sources, ...nodes])]
  const telling = new Telling(backFlows(roots))
  for (const root of roots) telling.from(root)
  return telling.entries
}

class Telling {
  readonly entries: OutlineEntry[] = []
  private readonly listed = new Set<Drawn>()

  constructor(private readonly back: ReadonlySet<Drawn>) {}

  from(root: Drawn): void {
    let open = this.listed.has(root) ? [] : [root]
    while (open.length > 0) {
      const next = open.find(node => this.isDue(node)) ?? open[0]
      if (next) open.push(...this.follow(next, 1))
      open = [...new Set(open)].filter(node => !this.listed.has(node))
    }
  }

  /** Tells a way to its end; gives the joins that it waits at. */
  private follow(node: Drawn, level: number): Drawn[] {
    this.listed.add(node)
    this.add('node', node, level)
    const flows = flowsOut(node)
    const [only] = flows
    if (!only) return []
    if (flows.length === 1) return this.goOn(only, level)
    return this.branch(flows, level)
  }

  private branch(flows: readonly Flow[], level: number): Drawn[] {
    const joins: Drawn[] = []
    for (const flow of flows) {
      this.add('branch', flow, level + 1)
      joins.push(...this.goOn(flow, level + 2))
    }
    const waiting: Drawn[] = []
    for (const join of new Set(joins)) {
      if (this.listed.has(join)) continue
      waiting.push(...(this.isDue(join) ? this.follow(join, level) : [join]))
    }
    return waiting
  }

  private goOn(flow: Flow, level: number): Drawn[] {
    const { target } = flow
    const ways = (target.incoming ?? []).filter(each => !this.back.has(each))
    if (!this.listed.has(target) && ways.length <= 1) return this.follow(target, level)
    this.add('goto', flow, level)
    return this.listed.has(target) ? [] : [target]
  }

  /** Whether every other way into the node has been told already. */
  private isDue(node: Drawn): boolean {
    return (node.incoming ?? []).every(
      flow => this.back.has(flow) || !flow.source || this.listed.has(flow.source),
    )
  }

  private add(kind: OutlineEntry['kind'], element: Drawn, level: number): void {
    const key = `${kind} ${element.id}`
    this.entries.push({ key, kind, element, level, back: this.back.has(element) })
  }
}

/** Flows that lead to a node on the way that they come from. */
function backFlows(roots: readonly Drawn[]): Set<Drawn> {
  const found = new Set<Drawn>()
  const done = new Set<Drawn>()
  const way = new Set<Drawn>()
  function visit(node: Drawn) {
    done.add(node)
    way.add(node)
    for (const flow of flowsOut(node)) {
      if (way.has(flow.target)) found.add(flow)
      else if (!done.has(flow.target)) visit(flow.target)
    }
    way.delete(node)
  }
  for (const root of roots) if (!done.has(root)) visit(root)
  return found
}
