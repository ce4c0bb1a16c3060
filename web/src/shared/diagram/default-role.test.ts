import { expect, it } from 'vitest'
import { withDefaultRole } from './default-role'

const file = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${inside}<task id="a"/></process></definitions>`
const DATA = 'xmlns:processflow="urn:processflow:bpmn:1.0"'

it.each([
  [
    '',
    `<extensionElements><processflow:data ${DATA}>{"assignedRole":"7"}</processflow:data></extensionElements>`,
  ],
  [
    '<documentation>Why</documentation>',
    `<documentation>Why</documentation><extensionElements><processflow:data ${DATA}>{"assignedRole":"7"}</processflow:data></extensionElements>`,
  ],
  [
    `<extensionElements><other xmlns="o"/><processflow:data ${DATA}>{"title":"T","assignedRole":"3"}</processflow:data></extensionElements>`,
    `<extensionElements><other xmlns="o"/><processflow:data ${DATA}>{"title":"T","assignedRole":"7"}</processflow:data></extensionElements>`,
  ],
])('writes the role into a process with “%s”', (before, after) => {
  expect(withDefaultRole(file(before), 7)).toBe(file(after))
})
