import type { Colleague, Surroundings } from '../api/presence'

/** The drawing on this canvas: the revision it goes on from, and whether one of it is on its way. */
type Own = { userId: string; revision: number; saving: boolean }

/** A draft that this canvas does not show; `by` null: nobody knows whose it is. */
export type NewerDraft = { revision: number; by: Colleague | null; mine: boolean }

/** What was saved elsewhere since this canvas read or saved its drawing. */
export function newerDraft(seen: Surroundings | null, own: Own): NewerDraft | null {
  if (!seen || !(seen.draftRevision > own.revision)) return null
  const by = seen.draftSavedBy
  const mine = by?.userId === own.userId
  // The server has this canvas's save already, its answer is still on its way.
  if (mine && own.saving) return null
  return { revision: seen.draftRevision, by, mine }
}

/** Who is here now and was not before. */
export function arrivals(before: readonly Colleague[], now: readonly Colleague[]): Colleague[] {
  return now.filter(({ userId }) => before.every(known => known.userId !== userId))
}
