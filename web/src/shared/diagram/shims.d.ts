declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>
}

declare module 'bpmn-moddle' {
  export type Element = object

  export class BpmnModdle {
    constructor(packages?: Record<string, object>)
    fromXML(xml: string): Promise<{ rootElement: Element }>
    toXML(element: Element, options?: { format?: boolean }): Promise<{ xml: string }>
    create(type: string, attributes: object): Element
  }
}

declare module 'diagram-js-minimap' {
  const minimapModule: Record<string, unknown>
  export default minimapModule
}

declare module 'bpmn-js-native-copy-paste/lib/PasteUtil' {
  /** For `JSON.parse`: objects with a `$type` become moddle's. */
  export function createReviver(moddle: object): (key: string, value: unknown) => unknown
}
