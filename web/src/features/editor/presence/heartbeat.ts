import { ApiProblem } from '@/shared/api/problem'
import type { Surroundings } from '../api/presence'

type Parts = {
  beat: () => Promise<Surroundings>
  leave: () => Promise<void>
  /** Null: the server could not be asked, so nothing is known. */
  onSeen: (seen: Surroundings | null) => void
}

/** How often somebody who draws says so. */
export const INTERVAL = 20_000

/** Says every now and then that somebody is here, while their tab can be seen, and once that they have gone. */
export class Heartbeat {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private awake = false

  constructor(private readonly parts: Parts) {}

  wake(): void {
    if (this.awake) return
    this.awake = true
    this.next()
  }

  /** The tab is out of sight: whoever looks elsewhere for a minute is not here any more. */
  sleep(): void {
    this.awake = false
    clearTimeout(this.timer)
  }

  /** The page goes away, perhaps at this moment: nothing can be waited for. */
  leave(): void {
    this.sleep()
    void this.tell(this.parts.leave)
  }

  /** The drawing is closed; what was just said must not arrive after it. */
  async stop(): Promise<void> {
    this.sleep()
    await this.running
    await this.tell(this.parts.leave)
  }

  private next(): void {
    const beat = this.beat().finally(() => {
      // A tab that was hidden and shown meanwhile has begun another one.
      if (this.running !== beat) return
      this.running = undefined
      if (this.awake) this.timer = setTimeout(() => this.next(), INTERVAL)
    })
    this.running = beat
  }

  private async beat(): Promise<void> {
    const seen = await this.tell(this.parts.beat)
    if (this.awake) this.parts.onSeen(seen ?? null)
  }

  /** Who can not be heard is forgotten by the server, and not to be told of it: the save note says what matters. */
  private async tell<T>(say: () => Promise<T>): Promise<T | undefined> {
    try {
      return await say()
    } catch (error) {
      if (error instanceof ApiProblem) return undefined
      throw error
    }
  }
}
