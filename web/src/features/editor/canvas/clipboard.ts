import { createReviver } from 'bpmn-js-native-copy-paste/lib/PasteUtil'
import type { DiagramContext } from '@/shared/diagram/context'
import { extensionValues, isDataElement, readData, textAt, withMember } from '@/shared/diagram/data'
import { type Moddle, titleOf } from '@/shared/diagram/model'
import { extensionsWith } from '../graph/extensions'

const KEY = 'processflow.clipboard'

/** After bpmn-js has made the copy of the object. */
const AFTER_COPY = 500

type Descriptor = { businessObject?: Moddle; frameTitle?: string }
type Tree = Record<string, Descriptor[]>
type Stored = { tree: Tree; roles: Record<string, string> }

type Factory = { create: (type: string, attributes: Record<string, unknown>) => Moddle }
type EventBus = {
  on: (
    event: string,
    priority: number,
    on: (context: { element?: { businessObject: Moddle }; descriptor: Descriptor }) => void,
  ) => void
}

/** What was copied, for every process that the person has open on this device, of whatever team. */
export class SharedClipboard {
  static $inject = ['config.clipboard', 'eventBus', 'moddle', 'bpmnFactory', 'diagramContext']

  private readonly key: string
  /** What the device had no room for; it can be pasted here only. */
  private kept: Tree | undefined

  constructor(
    config: { owner: string },
    eventBus: EventBus,
    private readonly moddle: object,
    private readonly factory: Factory,
    private readonly context: DiagramContext,
  ) {
    this.key = `${KEY}.${config.owner}`
    eventBus.on('copyPaste.copyElement', AFTER_COPY, ({ element, descriptor }) => {
      // bpmn-js copies no references, and the name of a frame is one.
      if (element?.businessObject.$type !== 'bpmn:Group') return
      descriptor.frameTitle = titleOf(element.businessObject)
    })
    eventBus.on('copyPaste.pasteElement', AFTER_COPY, ({ descriptor }) =>
      this.nameFrame(descriptor),
    )
  }

  get(): Tree | undefined {
    if (this.kept) return this.kept
    const text = localStorage.getItem(this.key)
    if (text === null) return undefined
    const { tree, roles } = JSON.parse(text, createReviver(this.moddle)) as Stored
    for (const descriptor of Object.values(tree).flat()) this.giveRole(descriptor, roles)
    return tree
  }

  set(tree: Tree): void {
    const roles = Object.fromEntries([...this.context.roles].map(([id, { name }]) => [id, name]))
    this.kept = undefined
    try {
      localStorage.setItem(this.key, JSON.stringify({ tree, roles } satisfies Stored))
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      this.kept = tree
    }
  }

  clear(): Tree | undefined {
    const tree = this.get()
    localStorage.removeItem(this.key)
    this.kept = undefined
    return tree
  }

  isEmpty(): boolean {
    return this.kept === undefined && localStorage.getItem(this.key) === null
  }

  /** In another team it is the role of the same name; without one nobody does the step yet. */
  private giveRole({ businessObject: object }: Descriptor, names: Stored['roles']): void {
    if (!object || !extensionValues(object).some(isDataElement)) return
    const data = readData(object)
    const role = textAt(data, 'assignedRole')
    if (role === '' || this.context.roles.has(role)) return
    const same = [...this.context.roles].find(
      ([, { name }]) => name.toLowerCase() === names[role]?.toLowerCase(),
    )
    const extensions = object.get('extensionElements') as Moddle
    const create = (type: string, attributes: Record<string, unknown>) =>
      this.factory.create(type, attributes)
    const values = extensionsWith(create, object, withMember(data, 'assignedRole', same?.[0]))
    for (const value of values) value.$parent = extensions
    extensions.set?.('values', values)
  }

  private nameFrame({ businessObject, frameTitle }: Descriptor): void {
    if (!businessObject || frameTitle === undefined) return
    const value = this.factory.create('bpmn:CategoryValue', { value: frameTitle })
    businessObject.set?.('categoryValueRef', value)
  }
}

export const clipboardModule = { clipboard: ['type', SharedClipboard] }
