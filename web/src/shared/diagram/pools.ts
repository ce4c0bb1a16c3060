import {
  addEdge,
  addShape,
  around,
  type Box,
  BPMN,
  bare,
  boxesOf,
  edgesOf,
  moveDown,
  type Point,
  pointsOf,
  shapesOf,
} from './places'

const HEAD = 30
const MARGIN = 40
const BETWEEN_POOLS = 60
const CLOSED_POOL = 60

type Lane = { id: string; inner: Lane[]; nodes: string[] }
type Band = { top: number; height: number }

/**
 * The layout knows one process and nothing around it: here its pool and lanes are drawn, each node is moved into its lane,
 * and the closed pools it talks to stand below. A node outside of its lane would lose its role with the first edit.
 */
export function placePools(document: Document, process: Element, plane: Element): void {
  const processId = process.getAttribute('id')
  const participants = [...document.getElementsByTagNameNS(BPMN, 'participant')]
  const own = participants.find(each => bare(each.getAttribute('processRef')) === processId)
  const collaboration = own?.parentElement?.getAttribute('id')
  if (!own || !collaboration || boxesOf(plane).size === 0) return
  plane.setAttribute('bpmnElement', collaboration)
  const lanes = lanesOf(process)
  const bands = placeNodes(process, plane, leavesOf(lanes))
  const pool = addPool(plane, own, lanes, bands)
  const closed = participants.filter(
    each => each !== own && each.parentElement === own.parentElement,
  )
  closed.forEach((each, index) => {
    const y = pool.y + pool.height + BETWEEN_POOLS + index * (CLOSED_POOL + BETWEEN_POOLS)
    const box = { x: pool.x, y, width: pool.width, height: CLOSED_POOL }
    addShape(plane, each.getAttribute('id') ?? '', box, { isHorizontal: 'true' })
  })
  addMessages(document, plane)
}

const child = (element: Element, name: string) =>
  [...element.children].filter(each => each.localName === name)

function lanesOf(owner: Element): Lane[] {
  const sets = [...child(owner, 'laneSet'), ...child(owner, 'childLaneSet')]
  return sets.flatMap(set =>
    child(set, 'lane').map(lane => ({
      id: lane.getAttribute('id') ?? '',
      inner: lanesOf(lane),
      nodes: child(lane, 'flowNodeRef').map(reference => bare(reference.textContent)),
    })),
  )
}

function leavesOf(lanes: readonly Lane[]): Lane[] {
  return lanes.flatMap(lane => (lane.inner.length > 0 ? leavesOf(lane.inner) : [lane]))
}

function depthOf(lanes: readonly Lane[]): number {
  return lanes.length === 0 ? 0 : 1 + Math.max(...lanes.map(lane => depthOf(lane.inner)))
}

/** The element of the process itself that something lies in or hangs at. */
function outermost(process: Element): (id: string) => string {
  const all = new Map(
    [...process.getElementsByTagName('*')].map(each => [each.getAttribute('id'), each]),
  )
  return function top(id: string): string {
    let at = all.get(id)
    const host = at?.getAttribute('attachedToRef')
    if (host) return top(bare(host))
    while (at?.parentElement && at.parentElement !== process) at = at.parentElement
    return at?.getAttribute('id') ?? id
  }
}

/** Moves everything into the band of its lane; without lanes there is one band, and nothing moves. */
function placeNodes(process: Element, plane: Element, leaves: Lane[]): Map<string, Band> {
  const top = outermost(process)
  const laneOf = (id: string) =>
    leaves.find(lane => lane.nodes.includes(top(id)))?.id ?? leaves[0]?.id ?? ''
  const ends = new Map(
    [...process.getElementsByTagNameNS(BPMN, 'sequenceFlow')].map(flow => [
      flow.getAttribute('id') ?? '',
      [bare(flow.getAttribute('sourceRef')), bare(flow.getAttribute('targetRef'))] as const,
    ]),
  )
  const within = (flow: string) => {
    const [source, target] = ends.get(flow) ?? ['', '']
    return laneOf(source) === laneOf(target) ? laneOf(source) : undefined
  }
  const boxes = [...boxesOf(plane)].map(([id, box]) => ({ lane: laneOf(id), ...box }))
  const points = [...edgesOf(plane)].flatMap(([flow, edge]) =>
    pointsOf(edge).map(point => ({ lane: within(flow), ...point, width: 0, height: 0 })),
  )
  const bands = stack(leaves.length > 0 ? leaves.map(lane => lane.id) : [''], [...boxes, ...points])
  for (const [id, shape] of shapesOf(plane)) moveDown(shape, bands.get(laneOf(id))?.down ?? 0)
  const places = boxesOf(plane)
  for (const [flow, edge] of edgesOf(plane)) {
    const lane = within(flow)
    const [source, target] = (ends.get(flow) ?? []).map(id => places.get(id))
    if (lane !== undefined) moveDown(edge, bands.get(lane)?.down ?? 0)
    else if (source && target) addEdge(plane, flow, between(source, target))
  }
  return bands
}

function stack(lanes: string[], content: (Box & { lane: string | undefined })[]) {
  const bands = new Map<string, Band & { down: number }>()
  let top = Math.min(...content.map(each => each.y)) - MARGIN
  for (const lane of lanes) {
    const inside = content.filter(each => each.lane === lane)
    const box = inside.length > 0 ? around(inside, MARGIN) : { y: top, height: 3 * MARGIN }
    bands.set(lane, { top, height: box.height, down: top - box.y })
    top += box.height
  }
  return bands
}

/** From one lane into another: to the right in three pieces, back around both. */
function between(source: Box, target: Box): Point[] {
  const [sourceY, targetY] = [source.y + source.height / 2, target.y + target.height / 2]
  const right = source.x + source.width
  if (target.x > right) {
    const x = target.x - Math.min(30, (target.x - right) / 2)
    return [
      { x: right, y: sourceY },
      { x, y: sourceY },
      { x, y: targetY },
      { x: target.x, y: targetY },
    ]
  }
  const [sourceX, targetX] = [source.x + source.width / 2, target.x + target.width / 2]
  const down = target.y > source.y
  const leave = down ? source.y + source.height : source.y
  const arrive = down ? target.y : target.y + target.height
  const y = (leave + arrive) / 2
  return [
    { x: sourceX, y: leave },
    { x: sourceX, y },
    { x: targetX, y },
    { x: targetX, y: arrive },
  ]
}

function addPool(plane: Element, pool: Element, lanes: Lane[], bands: Map<string, Band>): Box {
  const content = around([...boxesOf(plane).values()], MARGIN)
  const x = content.x - HEAD * (1 + depthOf(lanes))
  const right = content.x + content.width
  const all = [...bands.values()]
  const y = Math.min(...all.map(band => band.top))
  const height = all.reduce((sum, band) => sum + band.height, 0)
  const box = { x, y, width: right - x, height }
  addShape(plane, pool.getAttribute('id') ?? '', box, { isHorizontal: 'true' })
  const addLanes = (inner: Lane[], left: number) => {
    for (const lane of inner) {
      const own = leavesOf([lane]).flatMap(leaf => bands.get(leaf.id) ?? [])
      const top = Math.min(...own.map(band => band.top))
      const high = own.reduce((sum, band) => sum + band.height, 0)
      const laneBox = { x: left, y: top, width: right - left, height: high }
      addShape(plane, lane.id, laneBox, { isHorizontal: 'true' })
      addLanes(lane.inner, left + HEAD)
    }
  }
  addLanes(lanes, x + HEAD)
  return box
}

function addMessages(document: Document, plane: Element): void {
  const boxes = boxesOf(plane)
  for (const flow of document.getElementsByTagNameNS(BPMN, 'messageFlow')) {
    const source = boxes.get(bare(flow.getAttribute('sourceRef')))
    const target = boxes.get(bare(flow.getAttribute('targetRef')))
    if (!source || !target) continue
    const narrow = source.width < target.width ? source : target
    const x = narrow.x + narrow.width / 2
    const down = target.y > source.y
    addEdge(plane, flow.getAttribute('id') ?? '', [
      { x, y: down ? source.y + source.height : source.y },
      { x, y: down ? target.y : target.y + target.height },
    ])
  }
}
