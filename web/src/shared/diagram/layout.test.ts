import { expect, it } from 'vitest'
import { fileOfProject } from '@/test/project-files'
import { hasLayout, withFlowsAtNodes, withLayout } from './layout'
import { type Box, BPMN, BPMNDI, boxesOf } from './places'

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <b:process id="p">
    <b:startEvent id="start"><b:documentation>Begins</b:documentation></b:startEvent>
    <b:userTask id="ask"><b:outgoing>on</b:outgoing><b:multiInstanceLoopCharacteristics /></b:userTask>
    <b:endEvent id="end" />
    <b:sequenceFlow id="first" sourceRef="start" targetRef="ask" />
    <b:sequenceFlow id="on" sourceRef="ask" targetRef="end" />
  </b:process>
</b:definitions>`

it('names flows at their nodes, in the order of the schema, each once', () => {
  const document = new DOMParser().parseFromString(withFlowsAtNodes(FILE), 'application/xml')
  const children = (id: string) =>
    [...(document.querySelector(`[id="${id}"]`)?.children ?? [])].map(child =>
      `${child.localName} ${child.textContent ?? ''}`.trim(),
    )
  expect(children('start')).toEqual(['documentation Begins', 'outgoing first'])
  expect(children('ask')).toEqual([
    'incoming first',
    'outgoing on',
    'multiInstanceLoopCharacteristics',
  ])
  expect(children('end')).toEqual(['incoming on'])
})

it('gives every node and flow a place', async () => {
  const laidOut = await withLayout(FILE)
  expect(hasLayout(laidOut)).toBe(true)
  for (const id of ['start', 'ask', 'end', 'first', 'on']) {
    expect(laidOut).toContain(`bpmnElement="${id}"`)
  }
})

it('draws a frame around the nodes that name it', async () => {
  const framed = FILE.replace(
    '<b:endEvent id="end" />',
    '<b:endEvent id="end"><b:categoryValueRef>value</b:categoryValueRef></b:endEvent><b:group id="frame" categoryValueRef="value" /><b:group id="other" />',
  ).replace(
    '</b:process>',
    '</b:process><b:category id="category"><b:categoryValue id="value" value="Hurry" /></b:category>',
  )
  const document = new DOMParser().parseFromString(await withLayout(framed), 'application/xml')
  const bounds = (id: string) => {
    const drawn = document.querySelector(`[bpmnElement="${id}"]`)?.firstElementChild
    return ['x', 'y', 'width', 'height'].map(name => Number(drawn?.getAttribute(name)))
  }
  const [x = 0, y = 0, width = 0, height = 0] = bounds('end')
  expect(bounds('frame')).toEqual([x - 25, y - 25, width + 50, height + 50])
  expect(document.querySelector('[bpmnElement="other"]')).toBeNull()
  expect(document.querySelector('categoryValueRef')?.textContent).toBe('value')
})

/** Our diagram without its places, laid out again. */
async function shipOrder(): Promise<{ document: Document; boxes: Map<string, Box> }> {
  const drawn = fileOfProject('docs/diagrams/ship-order.bpmn')
  const bare = drawn.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
  const document = new DOMParser().parseFromString(await withLayout(bare), 'application/xml')
  const [plane] = document.getElementsByTagNameNS(BPMNDI, 'BPMNPlane')
  return { document, boxes: plane ? boxesOf(plane) : new Map() }
}

const holds = (outer: Box | undefined, inner: Box | undefined) =>
  outer !== undefined &&
  inner !== undefined &&
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

it('draws each node inside its lane, and each lane inside its pool', async () => {
  const { document, boxes } = await shipOrder()
  const lanes = [...document.getElementsByTagNameNS(BPMN, 'lane')]
  expect(lanes).toHaveLength(3)
  const pool = document.getElementsByTagNameNS(BPMN, 'participant')[0]?.getAttribute('id') ?? ''
  for (const lane of lanes) {
    const box = boxes.get(lane.getAttribute('id') ?? '')
    expect(holds(boxes.get(pool), box)).toBe(true)
    const nodes = [...lane.getElementsByTagNameNS(BPMN, 'flowNodeRef')]
    expect(nodes.length).toBeGreaterThan(0)
    const outside = nodes.filter(node => !holds(box, boxes.get(node.textContent?.trim() ?? '')))
    expect(outside.map(node => node.textContent)).toEqual([])
  }
})

it('draws the process with steps, its pool, and the closed pools it talks to below', async () => {
  const talking = FILE.replace(
    '<b:process id="p">',
    '<b:process id="empty" /><b:collaboration id="c"><b:participant id="us" processRef="p" /><b:participant id="them" processRef="empty" /><b:messageFlow id="m" sourceRef="ask" targetRef="them" /></b:collaboration><b:process id="p">',
  )
  const document = new DOMParser().parseFromString(await withLayout(talking), 'application/xml')
  const [plane] = document.getElementsByTagNameNS(BPMNDI, 'BPMNPlane')
  if (!plane) throw new Error('There is no drawing')
  expect(plane.getAttribute('bpmnElement')).toBe('c')
  const boxes = boxesOf(plane)
  expect(holds(boxes.get('us'), boxes.get('ask'))).toBe(true)
  expect(boxes.get('them')?.y).toBeGreaterThan(boxes.get('us')?.y ?? Number.NaN)
  expect(plane.querySelector('[bpmnElement="m"]')?.children).toHaveLength(2)
})

it('leaves a drawing with places as it is', async () => {
  const drawn = `${FILE}<!-- <bpmndi:BPMNShape /> -->`
  expect(await withLayout(drawn)).toBe(drawn)
})

it('writes the name of a gateway above it where a flow leaves downwards', async () => {
  const gateway = (id: string) => `<b:exclusiveGateway id="${id}" name="Which?" />`
  const forked = FILE.replace(
    '<b:endEvent id="end" />',
    `${gateway('fork')}<b:endEvent id="end" /><b:endEvent id="other" />${gateway('alone')}
     <b:sequenceFlow id="up" sourceRef="fork" targetRef="end" />
     <b:sequenceFlow id="down" sourceRef="fork" targetRef="other" />`,
  ).replace('sourceRef="ask" targetRef="end"', 'sourceRef="ask" targetRef="fork"')
  const document = new DOMParser().parseFromString(await withLayout(forked), 'application/xml')
  const bounds = (id: string) =>
    [
      ...(document.querySelector(`[bpmnElement="${id}"]`)?.getElementsByTagName('dc:Bounds') ?? []),
    ].map(each => Number(each.getAttribute('y')))
  const [box = 0, label = 0] = bounds('fork')
  expect(bounds('fork')).toHaveLength(2)
  expect(label).toBeLessThan(box)
  expect(bounds('alone')).toHaveLength(1)
})
