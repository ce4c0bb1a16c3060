import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/api/types'
import { modifierKey } from '@/shared/ui/modifier-key'
import { usePageKeys } from '@/shared/ui/page-keys'
import { isTyping, useSingleKeys } from '@/shared/ui/single-keys'

type ListKeys = {
  tasks: readonly Task[]
  selected: number | undefined
  select: (taskId: number) => void
  close: () => void
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector)
  button?.click()
  return button !== null
}

/** j and k walk the list, c claims, u releases, Escape goes back to the list. */
export function useListKeys({ tasks, selected, select, close }: ListKeys): void {
  const [singleKeys] = useSingleKeys()
  useSheet()
  useEffect(() => {
    function move(by: number): boolean {
      const at = tasks.findIndex(task => task.id === selected)
      const next = tasks[at < 0 ? 0 : Math.min(tasks.length - 1, Math.max(0, at + by))]
      if (next) select(next.id)
      return next !== undefined
    }

    function handle(key: string): boolean {
      switch (key) {
        case 'j':
          return move(1)
        case 'k':
          return move(-1)
        case 'c':
          return press('[data-task-claim]')
        case 'u':
          return press('[data-task-release]')
        default:
          return false
      }
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event)) return
      if (event.key === 'Escape' && selected !== undefined) return close()
      if (singleKeys && handle(event.key)) event.preventDefault()
    }

    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [tasks, selected, select, close, singleKeys])
}

function useSheet(): void {
  const { t } = useTranslation('tasks')
  usePageKeys({
    title: t('title'),
    rows: [
      { what: t('keys.next'), keys: ['J'] },
      { what: t('keys.previous'), keys: ['K'] },
      { what: t('action.claim'), keys: ['C'] },
      { what: t('action.release'), keys: ['U'] },
      { what: t('keys.choose'), keys: ['1', '…', '9'] },
      { what: t('keys.complete'), keys: [modifierKey, '↵'] },
    ],
  })
}
