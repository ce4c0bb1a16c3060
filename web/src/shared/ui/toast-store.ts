export type Toast = {
  id: number
  kind: 'done' | 'failed'
  message: string
  /** Milliseconds until it leaves by itself. */
  duration: number
  undo?: () => void
}

const LIMIT = 3

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** What is shown at the bottom of the page; the oldest make room. */
export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: (): readonly Toast[] => toasts,
  show(toast: Omit<Toast, 'id'>): void {
    publish([...toasts, { ...toast, id: nextId++ }].slice(-LIMIT))
  },
  dismiss(id: number): void {
    publish(toasts.filter(toast => toast.id !== id))
  },
  clear(): void {
    publish([])
  },
}
