import { type Drawn, isOfType, type Moddle } from '@/shared/diagram/model'

/** What the side panel treats alike. */
export type PanelKind =
  | 'process'
  | 'start'
  | 'end'
  | 'step'
  | 'gateway'
  | 'flow'
  | 'lane'
  | 'pool'
  | 'event'
  | 'challenge'
  | 'other'

const KINDS: readonly [string, PanelKind][] = [
  ['bpmn:Process', 'process'],
  ['bpmn:Collaboration', 'process'],
  ['bpmn:StartEvent', 'start'],
  ['bpmn:EndEvent', 'end'],
  ['bpmn:SubProcess', 'other'],
  ['bpmn:CallActivity', 'other'],
  ['bpmn:Activity', 'step'],
  ['bpmn:Gateway', 'gateway'],
  ['bpmn:SequenceFlow', 'flow'],
  ['bpmn:Lane', 'lane'],
  ['bpmn:Participant', 'pool'],
  ['bpmn:Event', 'event'],
  ['bpmn:Group', 'challenge'],
]

export function panelKind(element: Drawn): PanelKind {
  return kindOf(element.businessObject)
}

export function kindOf(object: Moddle): PanelKind {
  return KINDS.find(([type]) => isOfType(object, type))?.[1] ?? 'other'
}

export const GATEWAY_TYPES = [
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
] as const

export type GatewayType = (typeof GATEWAY_TYPES)[number]

/** Steps that a server does, by how they are drawn. */
const AUTOMATIC: ReadonlySet<string> = new Set([
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:SendTask',
])

export function isDrawnAutomatic(element: Drawn): boolean {
  return AUTOMATIC.has(element.type)
}
