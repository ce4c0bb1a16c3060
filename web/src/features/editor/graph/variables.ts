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

/** The nodes that can come before this one, the nearest first; itself when a way leads back to it. */
export function nodesBefore(element: Drawn): Drawn[] {
  const seen = new Set<string>()
  const nodes: Drawn[] = []
  const queue = [element]
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const flow of next.incoming ?? []) {
      const source = flow.source
      if (flow.type !== 'bpmn:SequenceFlow' || !source || seen.has(source.id)) continue
      seen.add(source.id)
      nodes.push(source)
      queue.push(source)
    }
  }
  return nodes
}

/** The variables that nodes which can come before this one write, the nearest first. */
export function variablesBefore(element: Drawn): string[] {
  return [...new Set(nodesBefore(element).flatMap(outputsOf))]
}

/** The variables that this node and those which can come after it write, the nearest first. */
export function variablesFrom(element: Drawn): string[] {
  const seen = new Set([element.id])
  const names = new Set<string>()
  const queue = [element]
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const name of outputsOf(next)) names.add(name)
    for (const flow of next.outgoing ?? []) {
      const target = flow.target
      if (flow.type !== 'bpmn:SequenceFlow' || !target || seen.has(target.id)) continue
      seen.add(target.id)
      queue.push(target)
    }
  }
  return [...names]
}

/** Texts that go on from what is typed with one placeholder more, or with the one that was begun. */
export function withPlaceholders(typed: string, names: readonly string[]): string[] {
  const open = /\{[^{}]*$/.exec(typed)
  const before = open ? typed.slice(0, open.index) : typed
  const begun = open ? open[0].toLowerCase() : ''
  const gap = open || before === '' || /\s$/.test(before) ? '' : ' '
  return names
    .map(name => `{${name}}`)
    .filter(
      placeholder => placeholder.toLowerCase().startsWith(begun) && !before.includes(placeholder),
    )
    .map(placeholder => before + gap + placeholder)
}
