import { BpmnModdle } from 'bpmn-moddle'
import { descriptor } from '@/shared/diagram/moddle'
import { type Moddle, moddleList } from '@/shared/diagram/model'
import { kindOf, type PanelKind } from '../graph/kinds'
import { type Facts, factsOf, isPart, isReference, propertiesOf } from './facts'

/** An element of a drawing as it is compared: what it is, what is set on it, and where it stands. */
export type Item = {
  id: string
  kind: PanelKind
  type: string
  name: string
  /** The ids of a connection's two ends. */
  ends: readonly string[]
  facts: Facts
  /** Bounds or waypoints as text; empty for what is not drawn. */
  place: string
}

export type Snapshot = ReadonlyMap<string, Item>

/** Everything a drawing says, element by element, in the order of the file. */
export async function readSnapshot(xml: string): Promise<Snapshot> {
  const { rootElement } = await new BpmnModdle({ processflow: descriptor }).fromXML(xml)
  const definitions = rootElement as Moddle
  const objects = moddleList(definitions, 'rootElements').flatMap(partsOf)
  const lanes = lanesOf(objects)
  const places = placesOf(definitions)
  return new Map(
    objects.map(object => {
      const id = object.id ?? ''
      const facts = factsOf(object, lanes.get(object))
      return [id, { ...itemOf(object, id), facts, place: places.get(id) ?? '' }] as const
    }),
  )
}

function itemOf(object: Moddle, id: string) {
  return {
    id,
    kind: kindOf(object),
    type: object.$type,
    name: titleOf(object),
    ends: [object.get('sourceRef'), object.get('targetRef')].flatMap(end =>
      isNamed(end) ? [end.id] : [],
    ),
  }
}

function isNamed(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value
}

/** The object and all inside of it that is drawn by itself. */
function partsOf(object: Moddle): Moddle[] {
  const inner = propertiesOf(object)
    .filter(property => !isReference(property) && isPart(property))
    .flatMap(property => {
      const value = object.get(property.name)
      return (Array.isArray(value) ? value : value ? [value] : []) as Moddle[]
    })
  // A set of lanes is no element of its own, its lanes are.
  const own = object.$type === 'bpmn:LaneSet' || !object.id ? [] : [object]
  return [...own, ...inner.flatMap(partsOf)]
}

/** The innermost lane of each node. */
function lanesOf(objects: readonly Moddle[]): ReadonlyMap<Moddle, Moddle> {
  const found = new Map<Moddle, Moddle>()
  // Inner lanes come after those around them.
  for (const lane of objects.filter(object => object.$type === 'bpmn:Lane')) {
    for (const node of moddleList(lane, 'flowNodeRef')) found.set(node, lane)
  }
  return found
}

/** "Pack", and for a flow without a label the names of its ends. */
export function titleOf(object: Moddle): string {
  const name = (object.name ?? '').trim() || String(object.get('text') ?? '').trim()
  if (name !== '') return name
  const source = object.get('sourceRef') as Moddle | undefined
  const target = object.get('targetRef') as Moddle | undefined
  return source?.$type && target?.$type ? `${titleOf(source)} → ${titleOf(target)}` : ''
}

type Point = { x: number; y: number }
type Bounds = Point & { width: number; height: number }

const round = ({ x, y }: Point) => `${Math.round(x)},${Math.round(y)}`

function placesOf(definitions: Moddle): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const diagram of moddleList(definitions, 'diagrams')) {
    const plane = diagram.get('plane') as Moddle | undefined
    for (const drawn of plane ? moddleList(plane, 'planeElement') : []) {
      const element = drawn.get('bpmnElement') as Moddle | undefined
      if (element?.id) places.set(element.id, placeOf(drawn))
    }
  }
  return places
}

function placeOf(drawn: Moddle): string {
  const bounds = drawn.get('bounds') as Bounds | undefined
  if (bounds) return `${round(bounds)} ${Math.round(bounds.width)}×${Math.round(bounds.height)}`
  const waypoints = drawn.get('waypoint')
  return Array.isArray(waypoints) ? (waypoints as Point[]).map(round).join(' ') : ''
}
