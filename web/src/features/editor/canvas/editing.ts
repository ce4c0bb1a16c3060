import type CommandStack from 'diagram-js/lib/command/CommandStack'
import { type NodeData, readData } from '@/shared/diagram/data'
import { type Drawn, isOfType, type Moddle, moddleList, titleOf } from '@/shared/diagram/model'
import { extensionsWith } from '../graph/extensions'
import type { Batch } from './batch'

type Modeling = {
  updateLabel: (element: Drawn, text: string) => void
  updateProperties: (element: Drawn, properties: Record<string, unknown>) => void
  updateModdleProperties: (
    element: Drawn,
    object: Moddle,
    properties: Record<string, unknown>,
  ) => void
}
type BpmnFactory = { create: (type: string, attributes: Record<string, unknown>) => Moddle }
type BpmnReplace = { replaceElement: (element: Drawn, target: { type: string }) => Drawn }
type Services = { get: <T>(name: string) => T }

/** What the panel does to the drawing; each call is one step on the command stack. */
export class Editing {
  private readonly modeling: Modeling
  private readonly factory: BpmnFactory
  private readonly replacing: BpmnReplace
  private readonly batch: Batch
  readonly commandStack: CommandStack

  constructor(services: Services) {
    this.modeling = services.get<Modeling>('modeling')
    this.factory = services.get<BpmnFactory>('bpmnFactory')
    this.replacing = services.get<BpmnReplace>('bpmnReplace')
    this.batch = services.get<Batch>('batch')
    this.commandStack = services.get<CommandStack>('commandStack')
  }

  together(work: () => void): void {
    this.batch.run(work)
  }

  rename(element: Drawn, object: Moddle, name: string): void {
    if (titleOf(object) === name) return
    if (object === element.businessObject && !isOfType(object, 'bpmn:Process')) {
      this.modeling.updateLabel(element, name)
    } else {
      this.modeling.updateModdleProperties(element, object, { name: name || undefined })
    }
  }

  /** Changes the settings of an object: a node, a flow, or the process behind the canvas. */
  setData(element: Drawn, object: Moddle, change: (data: NodeData) => NodeData): void {
    const before = readData(object)
    const after = change(before)
    if (JSON.stringify(before) === JSON.stringify(after)) return
    const create = (type: string, attributes: Record<string, unknown>) =>
      this.factory.create(type, attributes)
    const values = extensionsWith(create, object, after)
    const extensions = object.get('extensionElements') as Moddle | undefined
    if (extensions && values.length > 0) {
      for (const value of values) value.$parent = extensions
      this.modeling.updateModdleProperties(element, extensions, { values })
    } else {
      this.modeling.updateModdleProperties(element, object, {
        extensionElements: values.length > 0 ? this.extensions(object, values) : undefined,
      })
    }
  }

  /** The same step in another shape; id, name and settings stay. */
  become(element: Drawn, type: string): Drawn {
    return element.type === type ? element : this.replacing.replaceElement(element, { type })
  }

  setDefaultFlow(gateway: Drawn, flow: Drawn | undefined): void {
    this.modeling.updateProperties(gateway, { default: flow?.businessObject })
  }

  setCondition(flow: Drawn, text: string): void {
    const body = text.trim()
    const conditionExpression =
      body === '' ? undefined : this.factory.create('bpmn:FormalExpression', { body })
    this.modeling.updateProperties(flow, { conditionExpression })
  }

  /** Another text for an expression that is there; its language and all else of it stays. */
  setExpression(element: Drawn, expression: Moddle, body: string): void {
    this.modeling.updateModdleProperties(element, expression, { body })
  }

  private extensions(object: Moddle, values: Moddle[]): Moddle {
    const extensions = this.factory.create('bpmn:ExtensionElements', { values })
    extensions.$parent = object
    for (const value of values) value.$parent = extensions
    return extensions
  }
}

/** The process that an empty selection stands for, and the element that carries its changes. */
export function processBehind(root: Drawn): { element: Drawn; object: Moddle } | undefined {
  const object = root.businessObject
  if (isOfType(object, 'bpmn:Process')) return { element: root, object }
  const ofPools = moddleList(object, 'participants').map(
    participant => participant.get('processRef') as Moddle | undefined,
  )
  // Not every process that talks to pools has one itself.
  const inFile = object.$parent ? moddleList(object.$parent, 'rootElements') : []
  const process = [...ofPools, ...inFile].find(
    each => each && isOfType(each, 'bpmn:Process') && moddleList(each, 'flowElements').length > 0,
  )
  return process ? { element: root, object: process } : undefined
}

export function conditionText(flow: Drawn): string {
  const expression = flow.businessObject.get('conditionExpression') as Moddle | undefined
  const body = expression?.get('body')
  return typeof body === 'string' ? body : ''
}
