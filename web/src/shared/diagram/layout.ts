const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
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
  return layoutProcess(withFlowsAtNodes(xml))
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
