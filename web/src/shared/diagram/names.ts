import { addLabel, type Box, boxOf, edgesOf, type Point, pointsOf, shapesOf } from './places'

/** As wide as bpmn-js writes a name beside its shape, and as high as each of its lines. */
const WIDTH = 90
const LINE = 14
const LETTERS = 15
const GAP = 6

/** Whether a flow runs through where the name of a shape would stand, below it, while there is room above it. */
export function isNamedAbove(box: Box, ways: readonly (readonly Point[])[]): boolean {
  const middle = box.x + box.width / 2
  const meets = (y: number) =>
    ways.some(way =>
      [way[0], way.at(-1)].some(
        end => end && Math.abs(end.x - middle) <= 1 && Math.abs(end.y - y) <= 1,
      ),
    )
  return meets(box.y + box.height) && !meets(box.y)
}

/** Names of gateways, out of the way of the flows that leave downwards. */
export function placeNames(document: Document, plane: Element): void {
  const ways = [...edgesOf(plane).values()].map(pointsOf)
  for (const [id, shape] of shapesOf(plane)) {
    const node = document.querySelector(`[id="${CSS.escape(id)}"]`)
    const name = node?.getAttribute('name')?.trim()
    if (!name || !node?.localName.endsWith('Gateway')) continue
    const box = boxOf(shape)
    if (isNamedAbove(box, ways)) addLabel(shape, above(box, name))
  }
}

function above({ x, y, width }: Box, name: string): Box {
  const height = LINE * Math.ceil(name.length / LETTERS)
  return { x: x + width / 2 - WIDTH / 2, y: y - GAP - height, width: WIDTH, height }
}
