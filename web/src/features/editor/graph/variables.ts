import type { JsonValue } from '@/shared/api/types'
import { readData } from '@/shared/diagram/data'
import type { Drawn } from '@/shared/diagram/model'

function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.values(value).filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  )
}

/** The variables a node writes: every text below `outputs`, nested or flat. */
export function outputsOf(element: Drawn): string[] {
  const data = readData(element.businessObject)
  const flat = Object.entries(data)
    .filter(([name]) => name.startsWith('outputs.'))
    .flatMap(([, value]) => (typeof value === 'string' && value.trim() !== '' ? [value] : []))
  return [...flat, ...textsIn(data.outputs)]
}

/** The variables that nodes which can come before this one write, the nearest first. */
export function variablesBefore(element: Drawn): string[] {
  const seen = new Set<string>()
  const names = new Set<string>()
  const queue = [element]
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const flow of next.incoming ?? []) {
      const source = flow.source
      if (flow.type !== 'bpmn:SequenceFlow' || !source || seen.has(source.id)) continue
      seen.add(source.id)
      for (const name of outputsOf(source)) names.add(name)
      queue.push(source)
    }
  }
  return [...names]
}
