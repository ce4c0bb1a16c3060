import { useEffect } from 'react'
import type { TaskForm } from '@/shared/api/types'
import { type Draft, toggled } from '@/shared/task/answer'
import { isTyping, useSingleKeys } from '@/shared/ui/single-keys'

/** Whether the key belongs to a field where words are typed; a choice is none. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target
  const onChoice = target instanceof HTMLInputElement && /radio|checkbox/.test(target.type)
  return isTyping(event) && !onChoice
}

function isSubmit(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}

function choiceOf(event: KeyboardEvent, choices: readonly string[]): string | undefined {
  const modified = event.ctrlKey || event.metaKey || event.altKey
  if (modified || isWriting(event) || !/^[1-9]$/.test(event.key)) return undefined
  return choices[Number(event.key) - 1]
}

/** 1 to 9 choose, Ctrl+Enter sends, wherever the focus is on the page. */
export function useChoiceKeys(
  form: TaskForm,
  draft: Draft,
  change: (draft: Draft) => void,
  submit: () => void,
): void {
  const [singleKeys] = useSingleKeys()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      if (isSubmit(event)) {
        event.preventDefault()
        submit()
        return
      }
      const choice = singleKeys ? choiceOf(event, form.choices) : undefined
      if (choice === undefined) return
      event.preventDefault()
      change(toggled(form, draft, choice))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [form, draft, change, submit, singleKeys])
}
