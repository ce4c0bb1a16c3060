import type { JsonValue } from '@/shared/api/types'

export type InputValue = JsonValue

export type InputType = 'text' | 'number' | 'boolean' | 'json'

export type ReadInput = { value: InputValue; type: InputType }

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/

/**
 * What a typed input means: numbers, true and false, lists and objects are read as JSON, all else is text. A text in
 * double quotes stays text whatever it holds.
 */
export function readInput(typed: string): ReadInput {
  const text = typed.trim()
  if (text === 'true' || text === 'false') return { value: text === 'true', type: 'boolean' }
  if (NUMBER.test(text) && Number.isFinite(Number(text))) {
    return { value: Number(text), type: 'number' }
  }
  if (/^[[{"]/.test(text)) {
    const value = parsed(text)
    if (typeof value === 'string') return { value, type: 'text' }
    if (value !== undefined) return { value, type: 'json' }
  }
  return { value: typed, type: 'text' }
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    // Half-typed JSON is text like any other.
    return undefined
  }
}

/** The same start for another program, ready for a shell. */
export function startAsCurl(
  origin: string,
  processModelId: number,
  inputs: Record<string, InputValue>,
): string {
  const body = JSON.stringify({ processModelId, inputs })
  return [
    `curl -X POST ${origin}/api/instance/create`,
    "  -H 'Authorization: Bearer pf_…'",
    "  -H 'Content-Type: application/json'",
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join(' \\\n')
}
