import type { JsonValue } from '@/shared/api/types'
import { extensionValues, isDataElement, readData } from '@/shared/diagram/data'
import { type Moddle, moddleList } from '@/shared/diagram/model'

/** What is compared, and how people read it: a reference is the same while its id is, whatever its name. */
export type Fact = { key: string; text: string }
export type Facts = ReadonlyMap<string, Fact>

export type Property = { name: string; isReference?: boolean; isMany?: boolean; default?: unknown }

/** Lists of elements that are compared one by one. */
const PARTS: ReadonlySet<string> = new Set([
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'childLaneSet',
  'participants',
  'messageFlows',
])

/** Said elsewhere: by the flows, by the node's own lane, by the file's format. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'id',
  'incoming',
  'outgoing',
  'flowNodeRef',
  'extensionElements',
  'extensionDefinitions',
  'definitionalCollaborationRef',
  'documentation',
  'conditionExpression',
])

export function propertiesOf(object: Moddle): readonly Property[] {
  const { $descriptor } = object as unknown as {
    $descriptor?: { properties?: (Property & { ns?: { localName: string } })[] }
  }
  return ($descriptor?.properties ?? []).map(property => ({
    ...property,
    name: property.ns?.localName ?? property.name,
  }))
}

export function isPart({ name }: Property): boolean {
  return PARTS.has(name)
}

export function isReference(property: Property): boolean {
  return property.isReference === true
}

/** Everything set on an element, by name; the members of its settings as `data.name`. */
export function factsOf(object: Moddle, lane: Moddle | undefined): Facts {
  const facts = new Map<string, Fact>()
  const tell = (name: string, text: string, key = text) => {
    if (text.trim() !== '') facts.set(name, { key, text })
  }
  for (const property of propertiesOf(object)) {
    if (TOLD_ELSEWHERE.has(property.name) || isPart(property)) continue
    const fact = factOf(object, property)
    if (fact) tell(property.name, fact.text, fact.key)
  }
  const documents = moddleList(object, 'documentation').map(each => String(each.get('text') ?? ''))
  tell('documentation', documents.join('\n'))
  const condition = object.get('conditionExpression') as Moddle | undefined
  tell('condition', String(condition?.get('body') ?? ''))
  if (lane) tell('lane', nameOf(lane), lane.id)
  if (object.$parent && isInner(object.$parent)) {
    tell('inside', nameOf(object.$parent), object.$parent.id)
  }
  for (const [path, text] of membersOf(readData(object))) tell(`data.${path}`, text)
  tellForeign(object, tell)
  return facts
}

function isInner(parent: Moddle): boolean {
  return parent.$type === 'bpmn:SubProcess' || parent.$type === 'bpmn:Transaction'
}

function nameOf(object: Moddle): string {
  return (object.name ?? '').trim() || (object.id ?? '')
}

function factOf(object: Moddle, property: Property): Fact | undefined {
  const value = object.get(property.name)
  if (value === undefined || value === null || value === property.default) return undefined
  if (!property.isReference) return same(textOf(value))
  const all = (Array.isArray(value) ? value : [value]) as Moddle[]
  return {
    key: all.map(each => each.id ?? '').join(' '),
    text: all.map(nameOf).join(', '),
  }
}

const same = (text: string): Fact => ({ key: text, text })

/** What other tools wrote: attributes and extensions that are not ours. */
function tellForeign(object: Moddle, tell: (name: string, text: string) => void): void {
  const { $attrs } = object as unknown as { $attrs?: Record<string, unknown> }
  for (const [name, value] of Object.entries($attrs ?? {})) {
    if (!name.startsWith('xmlns')) tell(name, String(value))
  }
  const values = extensionValues(object).filter(each => !isDataElement(each))
  for (const type of new Set(values.map(each => each.$type))) {
    tell(type, textOf(values.filter(each => each.$type === type)))
  }
}

/** Text of a value: plain as it is, anything with parts as JSON. */
function textOf(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return ''
  return typeof value === 'object' ? JSON.stringify(partsOf(value)) : String(value)
}

/** What stands inside of an element; what it only points at is told by its id, since elements point at each other. */
function partsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(partsOf)
  if (typeof value !== 'object' || value === null) return value
  const object = value as Moddle & { $descriptor?: { isGeneric?: boolean } }
  if (object.$descriptor === undefined || object.$descriptor.isGeneric) {
    return Object.fromEntries(Object.entries(object).map(([name, each]) => [name, partsOf(each)]))
  }
  const set = propertiesOf(object).flatMap(property => {
    const inner = property.name === 'id' ? undefined : valueIn(object, property)
    return inner === undefined ? [] : [[property.name, inner] as const]
  })
  return { $type: object.$type, ...Object.fromEntries(set) }
}

function valueIn(object: Moddle, property: Property): unknown {
  if (property.isReference) return factOf(object, property)?.key
  const value = object.get(property.name)
  return Array.isArray(value) && value.length === 0 ? undefined : partsOf(value)
}

/** The members of an element's settings by dotted path; a list reads as its values. */
export function membersOf(value: JsonValue, path = ''): [string, string][] {
  if (value === null) return []
  if (Array.isArray(value)) return [[path, value.map(plain).join(', ')]]
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) =>
    membersOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

function plain(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
