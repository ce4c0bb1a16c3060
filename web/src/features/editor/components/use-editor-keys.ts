import { useEffect, useRef } from 'react'
import { isTyping } from '@/shared/ui/single-keys'

type Actions = {
  save: () => void
  undo: () => void
  redo: () => void
  find: () => void
  simulate: () => void
}

/** The keys of the editor that work wherever the focus is; a field with words that are not taken over yet has its own undo. */
export function useEditorKeys(actions: Actions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      const action = actionOf(event)
      if (!action) return
      event.preventDefault()
      // A field tells what was typed when it is left.
      if (action === 'save' && document.activeElement instanceof HTMLElement) {
        document.activeElement.blur()
      }
      latest.current[action]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function actionOf(event: KeyboardEvent): keyof Actions | undefined {
  const key = event.key.toLowerCase()
  if (key === 's' && !event.shiftKey) return 'save'
  if (key === 'f' && !event.shiftKey && !isInDialog(event.target)) return 'find'
  if (key === 'enter') return isTyping(event) ? undefined : 'simulate'
  if (isTyping(event) && !isSettled(event.target)) return undefined
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : undefined
}

/** A field of the panel in which nothing waits to be taken over: a choice, or a text as it is in the drawing. */
function isSettled(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || isInDialog(target)) return false
  return (
    target.dataset.committed !== undefined ||
    (target instanceof HTMLInputElement && target.readOnly)
  )
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog]') !== null
}
