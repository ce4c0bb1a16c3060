import type { NodeData } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { extensionsWith } from '../graph/extensions'

type ElementFactory = { createShape: (attributes: { type: string }) => Drawn }
type BpmnFactory = { create: (type: string, attributes: Record<string, unknown>) => Moddle }

/** What is drawn new, with the settings and the name it begins with. */
export class Shapes {
  static $inject = ['elementFactory', 'bpmnFactory']

  constructor(
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: BpmnFactory,
  ) {}

  make(type: string, data: NodeData = {}, name?: string): Drawn {
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
