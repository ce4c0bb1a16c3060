import { expect, it } from 'vitest'
import { hasLayout, withFlowsAtNodes, withLayout } from './layout'

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

it('leaves a drawing with places as it is', async () => {
  const drawn = `${FILE}<!-- <bpmndi:BPMNShape /> -->`
  expect(await withLayout(drawn)).toBe(drawn)
})
