import type { JsonValue } from '@/shared/api/types'

/** How a value is shown: a text as it is, all else as JSON. */
export function shown(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How a value is put into a field: as shown, but a text that would be read as something else is quoted. */
export function editable(value: JsonValue): string {
  return typeof value === 'string' && typed(value) !== value ? JSON.stringify(value) : shown(value)
}

/** What was typed: JSON where it is JSON, else the text itself. */
export function typed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return text
  }
}
