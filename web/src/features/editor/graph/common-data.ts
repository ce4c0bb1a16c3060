import type { JsonValue } from '@/shared/api/types'
import type { NodeData } from '@/shared/diagram/data'

/** The settings that several elements have in common: each member that is the same in all of them. */
export function commonData([first = {}, ...others]: readonly NodeData[]): NodeData {
  const entries = Object.entries(first).flatMap(([name, value]) => {
    const common = commonValue(
      value,
      others.map(other => other[name]),
    )
    return common === undefined ? [] : [[name, common] as const]
  })
  return Object.fromEntries(entries)
}

function commonValue(
  value: JsonValue,
  others: readonly (JsonValue | undefined)[],
): JsonValue | undefined {
  if (isObject(value)) {
    const objects = others.filter(isObject)
    return objects.length === others.length ? { ...commonData([value, ...objects]) } : undefined
  }
  const text = JSON.stringify(value)
  return others.every(other => JSON.stringify(other) === text) ? value : undefined
}

function isObject(value: JsonValue | undefined): value is { [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
