import { expect, it } from 'vitest'
import { fileName } from './export'

it.each([
  ['Ship an order', 'ship-an-order.bpmn'],
  ['Überweisung / Prüfung', 'überweisung-prüfung.bpmn'],
  ['../../etc/passwd', 'etc-passwd.bpmn'],
  ['…', 'process.bpmn'],
])('names the file of “%s” %s', (name, file) => {
  expect(fileName(name, 'bpmn')).toBe(file)
})
