import { isToldByFields } from './problem-fields'
import { ErrorNote } from './States'

/** What the fields of a form do not tell already. */
export function FormProblem({ error, fields }: { error: unknown; fields: readonly string[] }) {
  if (!error || isToldByFields(error, fields)) return null
  return <ErrorNote error={error} />
}
