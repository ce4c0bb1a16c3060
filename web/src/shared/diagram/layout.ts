import { placeFrames } from './frames'
import { placeNames } from './names'
import { BPMN, BPMNDI, bare } from './places'
import { placePools } from './pools'

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

/** The file with places for its elements, when it came without any; all else stays as it is written. */
export async function withLayout(xml: string): Promise<string> {
  if (hasLayout(xml)) return xml
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const process = drawnProcess(document)
  const { layoutProcess } = await import('bpmn-auto-layout')
  if (!process) return layoutProcess(xml)
  const laidOut = await layoutProcess(withFlowsAtNodes(alone(document, process)))
  const places = new DOMParser().parseFromString(laidOut, 'application/xml')
  const diagrams = [...places.getElementsByTagNameNS(BPMNDI, 'BPMNDiagram')]
  for (const empty of [...document.getElementsByTagNameNS(BPMNDI, 'BPMNDiagram')]) empty.remove()
  document.documentElement.append(...diagrams.map(each => document.importNode(each, true)))
  const plane = document.getElementsByTagNameNS(BPMNDI, 'BPMNPlane')[0]
  if (plane) {
    placeNames(document, plane)
    placePools(document, process, plane)
    placeFrames(document, plane)
  }
  return new XMLSerializer().serializeToString(document)
}

/** The process with steps; a model has one, the other pools of its file are closed. */
function drawnProcess(document: Document): Element | undefined {
  const processes = [...document.getElementsByTagNameNS(BPMN, 'process')]
  const size = (process: Element) => process.getElementsByTagNameNS(BPMN, '*').length
  return processes.toSorted((one, other) => size(other) - size(one))[0]
}

/** The process as if there were nothing around it: the layout takes the first one it finds, and knows no lanes. */
function alone(document: Document, process: Element): string {
  const copy = document.cloneNode(true) as Document
  const id = process.getAttribute('id')
  const others = [...copy.documentElement.children].filter(
    child =>
      child.localName === 'collaboration' ||
      child.localName === 'BPMNDiagram' ||
      (child.localName === 'process' && child.getAttribute('id') !== id),
  )
  for (const each of [...others, ...copy.getElementsByTagNameNS(BPMN, 'laneSet')]) each.remove()
  return new XMLSerializer().serializeToString(copy)
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
    const source = nodes.get(bare(flow.getAttribute('sourceRef')))
    const target = nodes.get(bare(flow.getAttribute('targetRef')))
    if (id && source) name(source, 'outgoing', id)
    if (id && target) name(target, 'incoming', id)
  }
  return new XMLSerializer().serializeToString(document)
}

function name(node: Element, kind: 'incoming' | 'outgoing', flow: string): void {
  const children = [...node.children]
  const same = children.filter(child => child.localName === kind)
  if (same.some(child => bare(child.textContent) === flow)) return
  const prefix = node.prefix ? `${node.prefix}:` : ''
  const reference = node.ownerDocument.createElementNS(BPMN, prefix + kind)
  reference.textContent = flow
  const before = (child: Element) =>
    BEFORE_FLOWS.has(child.localName) || child.localName === 'incoming' || child.localName === kind
  const last = children.findLast(before)
  if (last) last.after(reference)
  else node.prepend(reference)
}
