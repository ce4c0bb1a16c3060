import { BpmnModdle } from 'bpmn-moddle'
import { expect, it } from 'vitest'
import { readData, withMember } from '@/shared/diagram/data'
import { descriptor } from '@/shared/diagram/moddle'
import { type Moddle, moddleList } from '@/shared/diagram/model'
import { extensionsWith } from './extensions'

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:processflow="urn:processflow:bpmn:1.0" xmlns:tool="http://tool.example/1" id="d" targetNamespace="t">
  <bpmn:process id="p">
    <bpmn:userTask id="pack" name="Pack">
      <bpmn:extensionElements>
        <tool:form key="f"><tool:field id="1" /></tool:form>
        <processflow:data>{"task":"Pack","assignedRole":"3"}</processflow:data>
        <tool:last />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:serviceTask id="label" name="Label" />
  </bpmn:process>
</bpmn:definitions>`

async function drawing() {
  const moddle = new BpmnModdle({ processflow: descriptor })
  const { rootElement } = await moddle.fromXML(FILE)
  const definitions = rootElement as unknown as Moddle
  const [process] = moddleList(definitions, 'rootElements')
  const [pack, label] = process ? moddleList(process, 'flowElements') : []
  if (!pack || !label) throw new Error('The file holds two steps')
  const create = (type: string, attributes: Record<string, unknown>) =>
    moddle.create(type, attributes) as Moddle
  const xml = async () => (await moddle.toXML(rootElement, { format: true })).xml
  return { pack, label, create, xml }
}

function set(object: Moddle, name: string, value: unknown): void {
  ;(object as unknown as { set: (name: string, value: unknown) => void }).set(name, value)
}

it('reads what stands in the drawing', async () => {
  const { pack, label } = await drawing()
  expect(readData(pack)).toEqual({ task: 'Pack', assignedRole: '3' })
  expect(readData(label)).toEqual({})
})

it('writes changed settings in their place, and leaves what other tools wrote', async () => {
  const { pack, create, xml } = await drawing()
  const changed = withMember(readData(pack), 'outputs.userInputVariableName', 'weight')
  set(pack.get('extensionElements') as Moddle, 'values', extensionsWith(create, pack, changed))
  const written = await xml()
  expect(written).toContain(
    '{"task":"Pack","assignedRole":"3","outputs":{"userInputVariableName":"weight"}}',
  )
  expect(written.match(/processflow:data>/g)).toHaveLength(2)
  expect(written.indexOf('tool:form')).toBeLessThan(written.indexOf('processflow:data'))
  expect(written.indexOf('processflow:data')).toBeLessThan(written.indexOf('tool:last'))
})

it('escapes what XML can not hold as it is, and reads it back', async () => {
  const { pack, create, xml } = await drawing()
  const text = 'a < b & "c" > d'
  const values = extensionsWith(create, pack, { infoText: text })
  set(pack.get('extensionElements') as Moddle, 'values', values)
  const again = new BpmnModdle({ processflow: descriptor })
  const { rootElement } = await again.fromXML(await xml())
  const [process] = moddleList(rootElement as unknown as Moddle, 'rootElements')
  const [read] = process ? moddleList(process, 'flowElements') : []
  expect(read && readData(read)).toEqual({ infoText: text })
})

it('gives a step its first settings, and takes the last ones away', async () => {
  const { pack, label, create } = await drawing()
  const [data] = extensionsWith(create, label, { nodeDefinitionId: '12' })
  expect(data?.get('json')).toBe('{"nodeDefinitionId":"12"}')
  expect(extensionsWith(create, pack, {}).map(value => value.$type)).toEqual([
    'tool:form',
    'tool:last',
  ])
})
