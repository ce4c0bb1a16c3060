/** Where elements are drawn, in the XML of a file: read, written and moved. */
export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
export const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI'
const DC = 'http://www.omg.org/spec/DD/20100524/DC'
const DI = 'http://www.omg.org/spec/DD/20100524/DI'

export type Box = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }

/** An id without the prefix that some tools write references with. */
export function bare(reference: string | null | undefined): string {
  return reference?.trim().split(':').at(-1) ?? ''
}

function number(element: Element | undefined, name: string): number {
  return Number(element?.getAttribute(name) ?? 0)
}

function drawn(plane: Element, kind: 'BPMNShape' | 'BPMNEdge'): Map<string, Element> {
  const all = [...plane.getElementsByTagNameNS(BPMNDI, kind)]
  return new Map(all.map(element => [bare(element.getAttribute('bpmnElement')), element]))
}

export const shapesOf = (plane: Element) => drawn(plane, 'BPMNShape')

export const edgesOf = (plane: Element) => drawn(plane, 'BPMNEdge')

export function boxOf(shape: Element): Box {
  const bounds = [...shape.children].find(child => child.localName === 'Bounds')
  return {
    x: number(bounds, 'x'),
    y: number(bounds, 'y'),
    width: number(bounds, 'width'),
    height: number(bounds, 'height'),
  }
}

export function boxesOf(plane: Element): Map<string, Box> {
  return new Map([...shapesOf(plane)].map(([id, shape]) => [id, boxOf(shape)]))
}

export function pointsOf(edge: Element): Point[] {
  return [...edge.getElementsByTagNameNS(DI, 'waypoint')].map(point => ({
    x: number(point, 'x'),
    y: number(point, 'y'),
  }))
}

/** The smallest box around all others. */
export function around(boxes: readonly Box[], margin: number): Box {
  const x = Math.min(...boxes.map(box => box.x)) - margin
  const y = Math.min(...boxes.map(box => box.y)) - margin
  const right = Math.max(...boxes.map(box => box.x + box.width)) + margin
  const bottom = Math.max(...boxes.map(box => box.y + box.height)) + margin
  return { x, y, width: right - x, height: bottom - y }
}

/** Moves a shape or an edge with its label. */
export function moveDown(place: Element, by: number): void {
  for (const part of place.getElementsByTagName('*')) {
    if (part.hasAttribute('y')) part.setAttribute('y', String(number(part, 'y') + by))
  }
}

export function addShape(
  plane: Element,
  id: string,
  box: Box,
  attributes: Record<string, string> = {},
): void {
  const shape = place(plane, 'bpmndi:BPMNShape', id)
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
  shape.append(boundsOf(plane, box))
  plane.append(shape)
}

/** Says where the name of a shape stands. */
export function addLabel(shape: Element, box: Box): void {
  const label = shape.ownerDocument.createElementNS(BPMNDI, 'bpmndi:BPMNLabel')
  label.append(boundsOf(shape, box))
  shape.append(label)
}

function boundsOf({ ownerDocument }: Element, box: Box): Element {
  const bounds = ownerDocument.createElementNS(DC, 'dc:Bounds')
  for (const [side, length] of Object.entries(box)) bounds.setAttribute(side, String(length))
  return bounds
}

/** Draws an edge along points; what was drawn of it before goes. */
export function addEdge(plane: Element, id: string, points: readonly Point[]): void {
  edgesOf(plane).get(id)?.remove()
  const edge = place(plane, 'bpmndi:BPMNEdge', id)
  for (const { x, y } of points) {
    const point = plane.ownerDocument.createElementNS(DI, 'di:waypoint')
    point.setAttribute('x', String(x))
    point.setAttribute('y', String(y))
    edge.append(point)
  }
  plane.append(edge)
}

function place(plane: Element, name: string, id: string): Element {
  const made = plane.ownerDocument.createElementNS(BPMNDI, name)
  made.setAttribute('id', `${id}_di`)
  made.setAttribute('bpmnElement', id)
  return made
}
