import type { Drawn } from '@/shared/diagram/model'

function flows(of: readonly Drawn[] | undefined): Drawn[] {
  return (of ?? []).filter(flow => flow.type === 'bpmn:SequenceFlow')
}

/** The gateway directly before a node that lets every token through, one after the other, and does nothing else. */
export function mergeBefore(node: Drawn): Drawn | undefined {
  const [only, ...more] = flows(node.incoming)
  const gateway = only?.source
  if (!gateway || more.length > 0 || gateway.type !== 'bpmn:ExclusiveGateway') return undefined
  const merges = flows(gateway.incoming).length > 1 && flows(gateway.outgoing).length === 1
  return merges ? gateway : undefined
}
