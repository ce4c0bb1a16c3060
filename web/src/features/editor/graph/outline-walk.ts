import type { OutlineEntry } from './outline'

/** A line with its place among its sisters, as a reader of the tree is told it. */
export type PlacedEntry = OutlineEntry & { place: number; among: number }

type Key = { key: string; altKey: boolean }

/** Counts the lines of each level below one line. */
export function placed(entries: readonly OutlineEntry[]): PlacedEntry[] {
  const sisters = new Map<OutlineEntry | undefined, OutlineEntry[]>()
  for (const entry of entries) {
    const parent = parentOf(entries, entry)
    sisters.set(parent, [...(sisters.get(parent) ?? []), entry])
  }
  return entries.map(entry => {
    const among = sisters.get(parentOf(entries, entry)) ?? []
    return { ...entry, place: among.indexOf(entry) + 1, among: among.length }
  })
}

/** The line that another is inside of. */
export function parentOf<Entry extends OutlineEntry>(
  entries: readonly Entry[],
  entry: Entry,
): Entry | undefined {
  return entries.slice(0, entries.indexOf(entry)).findLast(each => each.level < entry.level)
}

/** Where a key leads from a line; Alt goes along the branches. */
export function destination<Entry extends OutlineEntry>(
  entries: readonly Entry[],
  from: Entry | undefined,
  { key, altKey }: Key,
): Entry | undefined {
  const place = from ? entries.indexOf(from) : -1
  const next = entries[place + 1]
  const among = altKey ? entries.filter(each => each.kind === 'branch') : entries
  switch (key) {
    case 'Home':
      return entries[0]
    case 'End':
      return entries.at(-1)
    case 'ArrowDown':
      return among.find(each => entries.indexOf(each) > place)
    case 'ArrowUp':
      return among.findLast(each => entries.indexOf(each) < place)
    case 'ArrowRight':
      return from && next && next.level > from.level ? next : undefined
    case 'ArrowLeft':
      return from && parentOf(entries, from)
    default:
      return undefined
  }
}
