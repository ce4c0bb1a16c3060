import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Check, TriangleAlert } from 'lucide-react'
import { asProblem } from '@/shared/api/problem'
import { i18n } from '@/shared/i18n/i18n'
import { publicText } from './problem-text'

export const UNDO_TIME = 8_000

/** Says that something has worked. */
export function toast(message: string): void {
  notifications.show({ message, icon: <Check size={16} aria-hidden />, autoClose: 4_000 })
}

/** Says that something has not worked, where there is no better place to say it. */
export function toastError(message: string): void {
  notifications.show({
    message,
    color: 'red',
    icon: <TriangleAlert size={16} aria-hidden />,
    autoClose: 8_000,
  })
}

/** Tells a refusal in the reader's language, where there is no better place for it. */
export function toastProblem(error: unknown): void {
  toastError(publicText(i18n.getFixedT(null, 'common'), asProblem(error)).title)
}

/** Says what was done and offers to take it back. */
export function toastUndo(message: string, undo: () => void): void {
  const id = `undo-${Date.now()}`
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.show({
    id,
    autoClose: UNDO_TIME,
    icon: <Check size={16} aria-hidden />,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{message}</span>
        <Button size="xs" variant="default" onClick={takeBack}>
          {i18n.t('action.undo', { ns: 'common' })}
        </Button>
      </span>
    ),
  })
}
