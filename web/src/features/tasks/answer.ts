import { useCallback, useState } from 'react'
import type { TaskForm } from '@/shared/api/types'
import type { Answer } from './api/tasks'

/** What a person has entered so far: one text, or the choices made. */
export type Draft = { text: string; chosen: string[] }

const EMPTY: Draft = { text: '', chosen: [] }
const PREFIX = 'processflow.answer.'

function stored(taskId: number): Draft {
  const kept = window.sessionStorage.getItem(PREFIX + taskId)
  return kept === null ? EMPTY : (JSON.parse(kept) as Draft)
}

/** The draft of an answer outlives a look at another task and a reload of the page. */
export function useAnswerDraft(taskId: number) {
  const [draft, setDraft] = useState(() => stored(taskId))
  const change = useCallback(
    (next: Draft) => {
      setDraft(next)
      window.sessionStorage.setItem(PREFIX + taskId, JSON.stringify(next))
    },
    [taskId],
  )
  const forget = useCallback(() => window.sessionStorage.removeItem(PREFIX + taskId), [taskId])
  return { draft, change, forget }
}

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
