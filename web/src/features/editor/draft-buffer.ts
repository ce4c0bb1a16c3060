import type { Draft } from './api/draft'

/** A drawing that the server does not have yet, the revision it was drawn on, and since when it is kept. */
export type Kept = Draft & { at: string }

const PREFIX = 'processflow.draft'

/** Unsaved changes of one person to one process, on this device, until they are saved or let go. */
export class DraftBuffer {
  private readonly key: string

  constructor(
    userId: string,
    modelId: number,
    private readonly storage: Storage = window.localStorage,
  ) {
    this.key = `${PREFIX}.${userId}.${modelId}`
  }

  keep({ xml, etag }: Draft): void {
    const kept: Kept = { xml, etag, at: new Date().toISOString() }
    try {
      this.storage.setItem(this.key, JSON.stringify(kept))
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      // A full or forbidden storage leaves it to the save; what it holds would be older than the drawing.
      this.clear()
    }
  }

  read(): Kept | null {
    const text = this.storage.getItem(this.key)
    if (text === null) return null
    const kept = parsed(text)
    return kept?.xml && kept.etag && kept.at ? (kept as Kept) : null
  }

  clear(): void {
    this.storage.removeItem(this.key)
  }
}

/** What is cut off or not ours is of no use to anybody. */
function parsed(text: string): Partial<Kept> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
