import type { InstanceDetail } from '@/shared/api/types'
import { tokensOf } from '@/shared/diagram/tokens'

/** The drawn elements that were passed and hold no token now. */
export function doneIds(instance: InstanceDetail): string[] {
  const open = new Set(tokensOf(instance.elements).map(place => place.bpmnId))
  const done = instance.elements
    .filter(element => element.status === 'Completed' && !open.has(element.bpmnId))
    .map(element => element.bpmnId)
  return [...new Set(done)]
}
