import { asProblem } from '@/shared/api/problem'

/** The server's field errors by field name: `/name` belongs to `name`, `/data/answer` to `answer`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { pointer, detail } of asProblem(error).errors) {
    const name = pointer.split('/').filter(Boolean).at(-1)
    if (name && !(name in fields)) fields[name] = detail
  }
  return fields
}

/** True when every part of the problem is shown at a field of the form. */
export function isToldByFields(error: unknown, fields: readonly string[]): boolean {
  const named = Object.keys(fieldErrors(error))
  return named.length > 0 && named.every(name => fields.includes(name))
}
