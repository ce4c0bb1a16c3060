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

it('leaves a drawing with places as it is', async () => {
  const drawn = `${FILE}<!-- <bpmndi:BPMNShape /> -->`
  expect(await withLayout(drawn)).toBe(drawn)
})
