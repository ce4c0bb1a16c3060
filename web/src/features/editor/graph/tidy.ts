import type { Drawn } from '@/shared/diagram/model'
import type { Box, Point } from '@/shared/diagram/places'

/** Where elements are drawn, by their ids: shapes as boxes, flows as the points they go through. */
export type Places = { boxes: ReadonlyMap<string, Box>; ways: ReadonlyMap<string, Point[]> }

type Shape = Drawn & Box & { host?: Drawn | null }
type Way = Drawn & { waypoints: Point[]; source: Drawn; target: Drawn }

export function isWay(element: Drawn): element is Way {
  return 'waypoints' in element
}

/** The places of all that is drawn: what the layout does not know stays beside what it belongs to. */
export function tidied(elements: readonly Drawn[], known: Places): Places {
  const boxes = new Map<string, Box>()
  const drawn = elements.filter(element => !element.labelTarget)
  const shapes = drawn.filter(element => !isWay(element) && 'x' in element) as Shape[]
  for (const shape of shapes) boxes.set(shape.id, boxOf(shape, known, new Set()))
  const ways = new Map(drawn.filter(isWay).map(way => [way.id, pointsOf(way, known, boxes)]))
  return { boxes, ways }
}

function boxOf(shape: Shape, known: Places, asked: Set<string>): Box {
  const place = known.boxes.get(shape.id)
  if (place) return place
  asked.add(shape.id)
  const beside = besideOf(shape).find(each => !asked.has(each.id) && 'x' in each) as
    | Shape
    | undefined
  const { x, y, width, height } = shape
  if (!beside) return { x, y, width, height }
  const next = boxOf(beside, known, asked)
  return { x: x + next.x - beside.x, y: y + next.y - beside.y, width, height }
}

/** What a shape hangs at, lies in, or is tied to by a dotted line. */
function besideOf(shape: Shape): Drawn[] {
  const ties = [...(shape.incoming ?? []), ...(shape.outgoing ?? [])]
  const tied = ties.map(tie => (tie.source === shape ? tie.target : tie.source))
  return [shape.host, ...tied, shape.parent].filter((each): each is Drawn => Boolean(each))
}

function pointsOf(way: Way, known: Places, boxes: ReadonlyMap<string, Box>): Point[] {
  const points = known.ways.get(way.id)
  if (points && points.length > 1) return points
  const [from, to] = [boxes.get(way.source.id), boxes.get(way.target.id)]
  if (!from || !to) return way.waypoints
  return [edgeOf(from, middleOf(to)), edgeOf(to, middleOf(from))]
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Where the line from the middle of a box to a point leaves the box. */
export function edgeOf(box: Box, to: Point): Point {
  const from = middleOf(box)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const share = Math.min(
    dx === 0 ? 1 : box.width / 2 / Math.abs(dx),
    dy === 0 ? 1 : box.height / 2 / Math.abs(dy),
    1,
  )
  return { x: Math.round(from.x + dx * share), y: Math.round(from.y + dy * share) }
}
