import { expect, it } from 'vitest'
import { type Change, differenceOf } from './difference'

const SHAPE = (id: string, x: number, y = 100) =>
  `<di:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></di:BPMNShape>`
const EDGE = (id: string, ...points: string[]) =>
  `<di:BPMNEdge id="${id}_di" bpmnElement="${id}">${points
    .map(point => point.split(','))
    .map(([x, y]) => `<dd:waypoint x="${x}" y="${y}"/>`)
    .join('')}</di:BPMNEdge>`

const NODES = `<b:startEvent id="start" name="In"/>
  <b:userTask id="pack" name="Pack"><b:extensionElements>
    <t:form key="f"/><p:data>{"assignedRole":"3","outputs":{"answer":"a"}}</p:data>
  </b:extensionElements></b:userTask>
  <b:exclusiveGateway id="decide" default="no"/>
  <b:endEvent id="end"/>
  <b:sequenceFlow id="in" sourceRef="start" targetRef="pack"/>
  <b:sequenceFlow id="on" sourceRef="pack" targetRef="decide"/>
  <b:sequenceFlow id="yes" name="Yes" sourceRef="decide" targetRef="end">
    <b:conditionExpression>amount &gt; 100</b:conditionExpression></b:sequenceFlow>
  <b:sequenceFlow id="no" name="No" sourceRef="decide" targetRef="pack"/>`
const PLACES = `${SHAPE('start', 0)}${SHAPE('pack', 200)}${EDGE('in', '100,140', '200,140')}`

function drawing(nodes = NODES, places = PLACES): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:p="urn:processflow:bpmn:1.0"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" xmlns:t="http://tool.example/1" id="d" targetNamespace="t">
  <b:process id="main"><b:laneSet id="lanes"><b:lane id="warehouse" name="Warehouse">
    <b:flowNodeRef>pack</b:flowNodeRef></b:lane><b:lane id="sales" name="Sales"/></b:laneSet>${nodes}</b:process>
  <di:BPMNDiagram id="di"><di:BPMNPlane id="plane" bpmnElement="main">${places}</di:BPMNPlane></di:BPMNDiagram>
</b:definitions>`
}

/** What changes when one text of the drawing is replaced. */
function replaced(from: string, to: string): Promise<Change[]> {
  const before = drawing()
  expect(before).toContain(from)
  return differenceOf(before, before.replace(from, to))
}

it('finds nothing between a drawing and itself, however it is written', async () => {
  expect(await differenceOf(drawing(), drawing().replaceAll(/\s*\n\s*/g, ' '))).toEqual([])
})

it('tells what was added and what was removed', async () => {
  const extra = '<b:task id="ship" name="Ship"/>'
  const changes = await differenceOf(drawing(), drawing(NODES + extra))
  expect(changes).toEqual([
    { change: 'added', id: 'ship', kind: 'step', name: 'Ship', details: [] },
  ])
  const [back] = await differenceOf(drawing(NODES + extra), drawing())
  expect(back).toMatchObject({ change: 'removed', id: 'ship' })
})

it.each([
  [
    'a name',
    'name="Pack"',
    'name="Wrap"',
    'pack',
    { property: 'name', before: 'Pack', after: 'Wrap' },
  ],
  [
    'a member of the settings',
    '"assignedRole":"3"',
    '"assignedRole":"4"',
    'pack',
    { property: 'data.assignedRole', before: '3', after: '4' },
  ],
  [
    'an inner member that was not set',
    '"answer":"a"',
    '"answer":"a","more":"b"',
    'pack',
    { property: 'data.outputs.more', after: 'b' },
  ],
  [
    'a condition',
    'amount &gt; 100',
    'amount &gt; 200',
    'yes',
    { property: 'condition', before: 'amount > 100', after: 'amount > 200' },
  ],
  [
    'the default flow',
    'default="no"',
    'default="yes"',
    'decide',
    { property: 'default', before: 'No', after: 'Yes' },
  ],
  [
    'where a flow leads',
    'sourceRef="decide" targetRef="pack"',
    'sourceRef="decide" targetRef="end"',
    'no',
    { property: 'targetRef', before: 'Pack', after: 'end' },
  ],
  [
    'the lane',
    '<b:flowNodeRef>pack</b:flowNodeRef></b:lane><b:lane id="sales" name="Sales"/>',
    '</b:lane><b:lane id="sales" name="Sales"><b:flowNodeRef>pack</b:flowNodeRef></b:lane>',
    'pack',
    { property: 'lane', before: 'Warehouse', after: 'Sales' },
  ],
  [
    'the kind of gateway',
    '<b:exclusiveGateway id="decide" default="no"/>',
    '<b:parallelGateway id="decide"/>',
    'decide',
    { property: 'shape', before: 'ExclusiveGateway', after: 'ParallelGateway' },
  ],
])('tells a change of %s', async (_, from, to, id, detail) => {
  const changes = await replaced(from, to)
  expect(changes.map(change => [change.change, change.id])).toEqual([['changed', id]])
  expect(changes[0]?.details).toContainEqual(detail)
})

it('tells what changed in the extension of another tool', async () => {
  const [change] = await replaced('key="f"', 'key="g"')
  expect(change?.details.map(({ property }) => property)).toEqual(['t:form'])
})

it('tells what changed inside of an event, which may point back at other elements', async () => {
  const event = (after: string) =>
    drawing(`${NODES}<b:boundaryEvent id="late" attachedToRef="pack"><b:timerEventDefinition id="t1">
      <b:timeDuration>${after}</b:timeDuration></b:timerEventDefinition>
      <b:compensateEventDefinition id="t2" activityRef="pack"/></b:boundaryEvent>`)
  expect(await differenceOf(event('PT1H'), event('PT1H'))).toEqual([])
  const [change] = await differenceOf(event('PT1H'), event('PT2H'))
  expect(change).toMatchObject({ id: 'late', details: [{ property: 'eventDefinitions' }] })
})

it('does not call a flow changed because what it leads to was renamed', async () => {
  const changes = await replaced('name="Pack"', 'name="Wrap"')
  expect(changes).toHaveLength(1)
})

it('tells who was moved, but not the flows that only follow', async () => {
  const aside = `${SHAPE('start', 0)}${SHAPE('pack', 300)}${EDGE('in', '100,140', '300,140')}`
  const changes = await differenceOf(drawing(), drawing(NODES, aside))
  expect(changes.map(({ change, id }) => [change, id])).toEqual([['moved', 'pack']])
})

it('tells a flow that was led another way between the same places', async () => {
  const around = `${SHAPE('start', 0)}${SHAPE('pack', 200)}${EDGE('in', '100,140', '150,60', '200,140')}`
  const changes = await differenceOf(drawing(), drawing(NODES, around))
  expect(changes.map(({ change, id, name }) => [change, id, name])).toEqual([
    ['moved', 'in', 'In → Pack'],
  ])
})

it('calls nothing moved when one of the drawings came without places', async () => {
  expect(await differenceOf(drawing(NODES, ''), drawing())).toEqual([])
})
