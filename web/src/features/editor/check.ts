import type { Finding, Verdict, Verification } from '@/shared/api/types'

/** What is known of the drawing; no verdict while its behaviour is not known, or not any more. */
export type Checked = { findings: Finding[]; verdict: Verdict | null }

type Parts = {
  /** Has the saved draft checked, all ways it can run included. */
  verify: (signal: AbortSignal) => Promise<Verification>
  onChecked: (change: (before: Checked | null) => Checked | null) => void
}

/** Has each saved draft checked by the server; the answer about a drawing that was changed meanwhile is worth nothing. */
export class DraftCheck {
  private asked: AbortController | undefined

  constructor(private readonly parts: Parts) {}

  /** The drawing is another now. What was found in it stays to be seen until there is something newer. */
  changed(): void {
    this.asked?.abort()
    this.asked = undefined
    this.parts.onChecked(before => before && { ...before, verdict: null })
  }

  /**
   * A draft is on the server. Without an answer about its behaviour what the save has shown has to do.
   *
   * @param findings what the save has shown; null when it was opened, not saved
   */
  async saved(findings: Finding[] | null): Promise<void> {
    const asked = this.ask()
    try {
      this.tell(asked, await this.parts.verify(asked.signal))
    } catch {
      this.tell(asked, findings && { findings, verdict: null })
    }
  }

  /** Looks because somebody wants to know; null when the drawing was changed meanwhile. Fails when there is no answer. */
  async look(): Promise<Checked | null> {
    const asked = this.ask()
    try {
      const answer = await this.parts.verify(asked.signal)
      this.tell(asked, answer)
      return answer
    } catch (failure) {
      if (asked.signal.aborted) return null
      throw failure
    }
  }

  private ask(): AbortController {
    this.asked?.abort()
    this.asked = new AbortController()
    return this.asked
  }

  private tell(asked: AbortController, checked: Checked | null): void {
    if (this.asked !== asked) return
    this.asked = undefined
    this.parts.onChecked(() => checked)
  }
}
