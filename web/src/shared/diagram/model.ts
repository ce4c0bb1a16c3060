/** What is read of bpmn-moddle's objects; they carry more. */
export type Moddle = {
  $type: string
  $parent?: Moddle
  id?: string
  name?: string
  get: (name: string) => unknown
  set?: (name: string, value: unknown) => void
  $instanceOf?: (type: string) => boolean
}

/** A drawn element of diagram-js, as far as the product looks at it. */
export type Drawn = {
  id: string
  type: string
  businessObject: Moddle
  di?: Moddle
  width?: number
  height?: number
  parent?: Drawn | null
  labelTarget?: Drawn | null
  incoming?: Drawn[]
  outgoing?: Drawn[]
  source?: Drawn
  target?: Drawn
}

/** What people call it; the name of a frame is that of its category (BPMN 2.0, 8.3.3). */
export function titleOf(object: Moddle): string {
  const value = object.$type === 'bpmn:Group' ? object.get('categoryValueRef') : undefined
  return (value ? (value as Moddle & { value?: string }).value : object.name) ?? ''
}

export function isOfType(element: Moddle, type: string): boolean {
  return element.$instanceOf ? element.$instanceOf(type) : element.$type === type
}

export function moddleList(element: Moddle, name: string): Moddle[] {
  const value = element.get(name)
  return Array.isArray(value) ? (value as Moddle[]) : []
}
