import type { JsonValue } from '@/shared/api/types'
import { type Moddle, moddleList } from './model'

/** A node's settings: the JSON of its one `processflow:data` element. */
export type NodeData = { readonly [name: string]: JsonValue }

export function isDataElement(element: Moddle): boolean {
  return element.$type === 'processflow:Data'
}

export function extensionValues(element: Moddle): Moddle[] {
  const extensions = element.get('extensionElements') as Moddle | undefined
  return extensions ? moddleList(extensions, 'values') : []
}

/** The JSON text as it stands; undefined without data. */
export function dataText(element: Moddle): string | undefined {
  const data = extensionValues(element).find(isDataElement)
  const text = data?.get('json')
  return typeof text === 'string' ? text.trim() : undefined
}

/** Data that can not be read is a finding of the server; here it reads as none. */
export function readData(element: Moddle): NodeData {
  const text = dataText(element)
  if (!text) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as NodeData)
      : {}
  } catch {
    return {}
  }
}

function isObject(value: JsonValue | undefined): value is { [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member at a dotted path; one written flat, with the path as its name, counts first. */
export function memberAt(data: NodeData, path: string): JsonValue | undefined {
  if (path in data) return data[path]
  const dot = path.indexOf('.')
  if (dot < 0) return undefined
  const inner = data[path.slice(0, dot)]
  return isObject(inner) ? memberAt(inner, path.slice(dot + 1)) : undefined
}

export function textAt(data: NodeData, path: string): string {
  const value = memberAt(data, path)
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

/** The texts at `path-0`, `path-1`, … */
export function numberedAt(data: NodeData, path: string): string[] {
  const found: string[] = []
  for (let text = textAt(data, `${path}-0`); text; text = textAt(data, `${path}-${found.length}`)) {
    found.push(text)
  }
  return found
}

/** A copy with the member at a dotted path changed; undefined and empty text remove it, and what it leaves empty. */
export function withMember(data: NodeData, path: string, value: JsonValue | undefined): NodeData {
  const { [path]: _, ...rest } = data
  const dot = path.indexOf('.')
  if (dot < 0) return isNothing(value) ? rest : { ...rest, [path]: value }
  const name = path.slice(0, dot)
  const inner = rest[name]
  const changed = withMember(isObject(inner) ? inner : {}, path.slice(dot + 1), value)
  const { [name]: __, ...others } = rest
  return Object.keys(changed).length === 0 ? others : { ...rest, [name]: { ...changed } }
}

function isNothing(value: JsonValue | undefined): value is undefined {
  return value === undefined || value === ''
}

/** A copy whose members `path-0`, `path-1`, … are these texts. */
export function withNumbered(data: NodeData, path: string, texts: readonly string[]): NodeData {
  const before = numberedAt(data, path).length
  let changed = data
  for (let index = 0; index < Math.max(before, texts.length); index++) {
    changed = withMember(changed, `${path}-${index}`, texts[index])
  }
  return changed
}

const VARIABLE = /^\{[^{}]+\}$/

/** Choices as they are stored: of a variable alone its text may list them, too, separated by commas. */
export function choicesOption(choices: readonly string[]): string | string[] | undefined {
  const [only] = choices
  if (choices.length === 1 && only && VARIABLE.test(only)) return only
  return choices.length > 0 ? [...choices] : undefined
}

/** Choices are a JSON list, or text separated by commas. */
export function choicesOf(data: NodeData): string[] {
  const value = memberAt(data, 'choices')
  if (Array.isArray(value)) return value.map(choice => String(choice))
  if (typeof value !== 'string') return []
  return value
    .split(',')
    .map(choice => choice.trim())
    .filter(choice => choice !== '')
}
