import { hasCode } from '@/shared/api/problem'
import type { Finding } from '@/shared/api/types'
import type { Saved } from '@/shared/process/draft'
import type { DraftBuffer } from './draft-buffer'

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict' }

type Parts = {
  read: () => Promise<string>
  write: (xml: string, etag: string) => Promise<Saved>
  onState: (state: SaveState) => void
  onFindings: (findings: Finding[]) => void
  /** Keeps what is not saved yet where a killed tab does not take it along. */
  buffer: Pick<DraftBuffer, 'keep' | 'clear'>
}

/** How long after the last change a draft is saved by itself. */
export const PAUSE = 1_500

/** How long after a change it is kept on this device. */
export const SHORT_PAUSE = 200

/** Saves a draft after each pause, one request at a time, always on the revision it knows. */
export class DraftSaver {
  private timer: ReturnType<typeof setTimeout> | undefined
  private keepTimer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<boolean> | undefined
  private changes = 0
  private savedChanges = 0
  private conflict = false

  constructor(
    private etag: string,
    private readonly parts: Parts,
  ) {}

  /** The revision that was read or saved last. */
  get revision(): number {
    return Number(/\d+/.exec(this.etag)?.[0] ?? Number.NaN)
  }

  get isDirty(): boolean {
    return this.changes !== this.savedChanges
  }

  changed(): void {
    this.changes++
    if (this.conflict) return
    this.parts.onState({ kind: 'unsaved' })
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), PAUSE)
    clearTimeout(this.keepTimer)
    this.keepTimer = setTimeout(() => void this.keep(), SHORT_PAUSE)
  }

  /** Saves what is not saved yet; false when it could not be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    await this.running
    if (!this.isDirty) return true
    if (this.conflict) return false
    this.running = this.save()
    try {
      return await this.running
    } finally {
      this.running = undefined
    }
  }

  dispose(): void {
    clearTimeout(this.timer)
    clearTimeout(this.keepTimer)
  }

  private async keep(): Promise<void> {
    try {
      const xml = await this.parts.read()
      if (this.isDirty) this.parts.buffer.keep({ xml, etag: this.etag })
    } catch (error) {
      // The save would fail in the same way: whoever draws is to know at once.
      this.parts.onState({ kind: 'failed', error })
    }
  }

  private async save(): Promise<boolean> {
    const upTo = this.changes
    this.parts.onState({ kind: 'saving' })
    try {
      const xml = await this.parts.read()
      this.parts.buffer.keep({ xml, etag: this.etag })
      const saved = await this.parts.write(xml, this.etag)
      this.etag = saved.etag
      this.savedChanges = upTo
      if (!this.isDirty) this.parts.buffer.clear()
      this.parts.onFindings(saved.findings)
      this.parts.onState(
        this.isDirty ? { kind: 'unsaved' } : { kind: 'saved', at: new Date().toISOString() },
      )
      return true
    } catch (error) {
      this.conflict = hasCode(error, 'stale-draft')
      this.parts.onState(this.conflict ? { kind: 'conflict' } : { kind: 'failed', error })
      return false
    }
  }
}
