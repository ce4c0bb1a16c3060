import { useCallback, useState } from 'react'
import { type Draft, EMPTY } from '@/shared/task/answer'

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
