import type { JsonValue, TaskForm } from '@/shared/api/types'

/** What is sent as an answer: values by the names of variables. */
export type Answer = Record<string, JsonValue>

/** What a person has entered so far: one text, or the choices made. */
export type Draft = { text: string; chosen: string[] }

export const EMPTY: Draft = { text: '', chosen: [] }

/** The answer as the server takes it: a text, one choice, a list of choices, or nothing to say. */
export function answerOf(form: TaskForm, draft: Draft): Answer {
  if (form.variable === null) return {}
  if (form.kind === 'text') return { [form.variable]: draft.text }
  if (form.kind === 'single') return { [form.variable]: draft.chosen[0] ?? '' }
  // In the order they are offered, not in the order they were pressed.
  const inOrder = form.choices.filter(choice => draft.chosen.includes(choice))
  return form.kind === 'multiple' ? { [form.variable]: inOrder } : {}
}

/** Whether something has to be chosen before the answer means anything. */
export function isUnanswered(form: TaskForm, draft: Draft): boolean {
  if (form.kind === 'single') return draft.chosen.length === 0
  return form.kind === 'text' && form.variable !== null && draft.text.trim() === ''
}

/** One of several, or each of several on its own. */
export function toggled(form: TaskForm, draft: Draft, choice: string): Draft {
  if (form.kind === 'single') return { ...draft, chosen: [choice] }
  const without = draft.chosen.filter(each => each !== choice)
  const chosen = without.length === draft.chosen.length ? [...without, choice] : without
  return { ...draft, chosen }
}
