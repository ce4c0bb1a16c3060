import { numberedAt, readData } from '@/shared/diagram/data'
import type { Drawn } from '@/shared/diagram/model'

/** The variables that the drawing's start asks for. */
export function inputsOf(elements: readonly Drawn[]): string[] {
  const starts = elements.filter(element => element.type === 'bpmn:StartEvent')
  const names = starts
    .filter(element => !element.labelTarget)
    .flatMap(start => numberedAt(readData(start.businessObject), 'outputs.inputVariableNames'))
  return [...new Set(names)]
}
