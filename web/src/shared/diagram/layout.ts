const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI'
const DC = 'http://www.omg.org/spec/DD/20100524/DC'
const SHAPE = /<(?:[\w.-]+:)?BPMNShape[\s/>]/

/** What BPMN's schema wants to stand before a node's flows. */
const BEFORE_FLOWS: ReadonlySet<string> = new Set([
  'documentation',
  'extensionElements',
  'auditing',
  'monitoring',
  'categoryValueRef',
])

/** Whether the file says where its elements are drawn. */
export function hasLayout(xml: string): boolean {
  return SHAPE.test(xml)
}

/** The file with places for its elements, when it came without any. */
export async function withLayout(xml: string): Promise<string> {
  if (hasLayout(xml)) return xml
  const { layoutProcess } = await import('bpmn-auto-layout')
  return withFrames(await layoutProcess(withFlowsAtNodes(xml)))
}

/** Flows name their two nodes; the layout looks for them at the nodes, where writing them is optional. */
export function withFlowsAtNodes(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  if (document.querySelector('parsererror')) return xml
  const nodes = new Map<string, Element>()
  for (const element of document.getElementsByTagNameNS(BPMN, '*')) {
    const id = element.getAttribute('id')
    if (id) nodes.set(id, element)
  }
  for (const flow of document.getElementsByTagNameNS(BPMN, 'sequenceFlow')) {
    const id = flow.getAttribute('id')
    const source = nodes.get(flow.getAttribute('sourceRef') ?? '')
    const target = nodes.get(flow.getAttribute('targetRef') ?? '')
    if (id && source) name(source, 'outgoing', id)
    if (id && target) name(target, 'incoming', id)
  }
  return new XMLSerializer().serializeToString(document)
}

type Box = { x: number; y: number; width: number; height: number }

const AROUND_MEMBERS = 25

/** The layout places no frames: each is drawn around the nodes that name it as theirs. */
export function withFrames(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const plane = document.getElementsByTagNameNS(DI, 'BPMNPlane')[0]
  const boxes = boxesOf(document)
  for (const group of document.getElementsByTagNameNS(BPMN, 'group')) {
    const id = group.getAttribute('id')
    const members = membersOf(group).flatMap(member => boxes.get(member) ?? [])
    if (plane && id && !boxes.has(id) && members.length > 0) {
      plane.append(shape(plane, id, around(members)))
    }
  }
  return new XMLSerializer().serializeToString(document)
}

function boxesOf(document: Document): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const drawn of document.getElementsByTagNameNS(DI, 'BPMNShape')) {
    const bounds = drawn.getElementsByTagNameNS(DC, 'Bounds')[0]
    const number = (name: string) => Number(bounds?.getAttribute(name))
    boxes.set(drawn.getAttribute('bpmnElement') ?? '', {
      x: number('x'),
      y: number('y'),
      width: number('width'),
      height: number('height'),
    })
  }
  return boxes
}

function membersOf(group: Element): string[] {
  const value = group.getAttribute('categoryValueRef')
  if (!value) return []
  return [...group.ownerDocument.getElementsByTagNameNS(BPMN, 'categoryValueRef')]
    .filter(reference => reference.textContent?.trim() === value)
    .map(reference => reference.parentElement?.getAttribute('id') ?? '')
}

function around(boxes: Box[]): Box {
  const x = Math.min(...boxes.map(box => box.x)) - AROUND_MEMBERS
  const y = Math.min(...boxes.map(box => box.y)) - AROUND_MEMBERS
  const right = Math.max(...boxes.map(box => box.x + box.width)) + AROUND_MEMBERS
  const bottom = Math.max(...boxes.map(box => box.y + box.height)) + AROUND_MEMBERS
  return { x, y, width: right - x, height: bottom - y }
}

function shape(plane: Element, id: string, box: Box): Element {
  const made = plane.ownerDocument.createElementNS(DI, 'bpmndi:BPMNShape')
  made.setAttribute('id', `${id}_di`)
  made.setAttribute('bpmnElement', id)
  const bounds = plane.ownerDocument.createElementNS(DC, 'dc:Bounds')
  for (const [side, length] of Object.entries(box)) bounds.setAttribute(side, String(length))
  made.append(bounds)
  return made
}

function name(node: Element, kind: 'incoming' | 'outgoing', flow: string): void {
  const children = [...node.children]
  const same = children.filter(child => child.localName === kind)
  if (same.some(child => child.textContent?.trim().split(':').at(-1) === flow)) return
  const prefix = node.prefix ? `${node.prefix}:` : ''
  const reference = node.ownerDocument.createElementNS(BPMN, prefix + kind)
  reference.textContent = flow
  const before = (child: Element) =>
    BEFORE_FLOWS.has(child.localName) || child.localName === 'incoming' || child.localName === kind
  const last = children.findLast(before)
  if (last) last.after(reference)
  else node.prepend(reference)
}
