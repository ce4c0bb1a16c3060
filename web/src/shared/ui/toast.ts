import { asProblem } from '@/shared/api/problem'
import { i18n } from '@/shared/i18n/i18n'
import { publicText } from './problem-text'
import { toastStore } from './toast-store'

const READING_TIME = 4_000
const LONG_TIME = 8_000

/** How long something can be taken back. */
export const UNDO_TIME = 8_000

/** Says that something has worked. */
export function toast(message: string): void {
  toastStore.show({ kind: 'done', message, duration: READING_TIME })
}

/** Says that something has not worked, where there is no better place to say it. */
export function toastError(message: string): void {
  toastStore.show({ kind: 'failed', message, duration: LONG_TIME })
}

/** Tells a refusal in the reader's language, where there is no better place for it. */
export function toastProblem(error: unknown): void {
  toastError(publicText(i18n.getFixedT(null, 'common'), asProblem(error)).title)
}

/** Says what was done and offers to take it back. */
export function toastUndo(message: string, undo: () => void): void {
  toastStore.show({ kind: 'done', message, duration: UNDO_TIME, undo })
}
