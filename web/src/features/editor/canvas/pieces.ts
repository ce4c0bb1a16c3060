import type { NodeDefinition } from '@/shared/api/types'
import type { NodeData } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { isAutomatic, isStandard, optionList, withDefaults } from '../graph/definitions'
import { extensionsWith } from '../graph/extensions'

/** Something to be drawn new, with the settings and the name it begins with. */
export type Piece = {
  type: string
  /** In English, as bpmn-js is told its words; see `translate`. */
  title: string
  className: string
  data?: NodeData
  name?: string
  description?: string
}

/** A reward that a token brings to whoever has come so far. */
const REWARD: NodeData = {
  gamificationType: 'Points',
  gamificationOptions: {
    pointType: 'Experience',
    pointsApplicationMethod: 'incrementBy',
    pointsForSuccess: '10',
  },
}

const ONE_HOUR = '3600'

/** What the engine runs. */
export const PIECES = {
  start: { type: 'bpmn:StartEvent', title: 'Start', className: 'bpmn-icon-start-event-none' },
  step: {
    type: 'bpmn:UserTask',
    title: 'Step for a person',
    className: 'bpmn-icon-user-task',
  },
  automatic: {
    type: 'bpmn:ServiceTask',
    title: 'Automatic step',
    className: 'bpmn-icon-service-task',
  },
  decision: {
    type: 'bpmn:ExclusiveGateway',
    title: 'Decision: one way',
    className: 'bpmn-icon-gateway-xor',
  },
  parallel: {
    type: 'bpmn:ParallelGateway',
    title: 'Parallel: all ways',
    className: 'bpmn-icon-gateway-parallel',
  },
  end: { type: 'bpmn:EndEvent', title: 'End', className: 'bpmn-icon-end-event-none' },
  info: {
    type: 'bpmn:UserTask',
    title: 'Information to read',
    className: 'bpmn-icon-text-annotation',
    data: { activityType: 'Info' },
  },
  reward: {
    type: 'bpmn:IntermediateThrowEvent',
    title: 'Reward for coming so far',
    className: 'bpmn-icon-intermediate-event-none',
    data: REWARD,
  },
  challenge: {
    type: 'bpmn:Group',
    title: 'Challenge against the clock',
    className: 'bpmn-icon-group',
    data: { ...REWARD, secondsToComplete: ONE_HOUR },
  },
} as const satisfies Record<string, Piece>

const { step, info, automatic, decision, parallel, reward, end } = PIECES

/** What can follow something else in the flow, the most used first. */
const FOLLOWING: readonly Piece[] = [step, info, automatic, decision, parallel, reward, end]

type ElementFactory = { createShape: (attributes: { type: string }) => Drawn }
type BpmnFactory = { create: (type: string, attributes: Record<string, unknown>) => Moddle }

/** Makes what is drawn new, and knows the activities that the team offers. */
export class Pieces {
  static $inject = ['elementFactory', 'bpmnFactory']

  private activities: readonly Piece[] = []

  constructor(
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: BpmnFactory,
  ) {}

  offer(definitions: readonly NodeDefinition[]): void {
    this.activities = definitions.filter(each => !isStandard(each)).map(activityPiece)
  }

  offered(): readonly Piece[] {
    return this.activities
  }

  following(): readonly Piece[] {
    return [...FOLLOWING, ...this.activities]
  }

  make({ type, data = {}, name }: Piece): Drawn {
    const shape = this.elementFactory.createShape({ type })
    const object = shape.businessObject
    if (name !== undefined) object.set?.('name', name)
    if (Object.keys(data).length === 0) return shape
    const create = (each: string, attributes: Record<string, unknown>) =>
      this.bpmnFactory.create(each, attributes)
    const values = extensionsWith(create, object, data)
    const extensions = create('bpmn:ExtensionElements', { values })
    extensions.$parent = object
    for (const value of values) value.$parent = extensions
    object.set?.('extensionElements', extensions)
    return shape
  }
}

function activityPiece(definition: NodeDefinition): Piece {
  const { name, shortDescription, optionsDefinition } = definition.definition
  const options = optionList(optionsDefinition?.structure)
  const kind = isAutomatic(definition) ? PIECES.automatic : PIECES.step
  return {
    ...kind,
    title: name,
    name,
    data: withDefaults({ nodeDefinitionId: String(definition.id) }, options),
    ...(shortDescription ? { description: shortDescription } : {}),
  }
}
