import { useEffect, useSyncExternalStore } from 'react'

export type KeyRow = {
  what: string
  keys: readonly string[]
  /** Pressed one after the other instead of together. */
  chord?: boolean
}

export type PageKeys = { title: string; rows: readonly KeyRow[] }

let shown: PageKeys | null = null
const listeners = new Set<() => void>()

function publish(next: PageKeys | null): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts the keys of a page on the sheet of shortcuts while the page is there. */
export function usePageKeys(keys: PageKeys): void {
  const text = JSON.stringify(keys)
  useEffect(() => {
    publish(JSON.parse(text) as PageKeys)
    return () => publish(null)
  }, [text])
}

/** The keys of the page that is shown. */
export function useShownKeys(): PageKeys | null {
  return useSyncExternalStore(subscribe, () => shown)
}
