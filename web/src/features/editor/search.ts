import type { Edition } from './api/versions'

/** What the address of the versions keeps: which are marked, the older one first; undefined: nobody has chosen yet. */
export type VersionsSearch = { marked?: string }

export function versionsSearch(raw: Record<string, unknown>): VersionsSearch {
  const { marked } = raw
  if (typeof marked === 'number') return { marked: String(marked) }
  return typeof marked === 'string' && /^((\d+|draft)(~(\d+|draft))?)?$/.test(marked)
    ? { marked }
    : {}
}

export function editionsIn(marked: string): Edition[] {
  return marked
    .split('~')
    .filter(each => each !== '')
    .map(each => (each === 'draft' ? each : Number(each)))
}

const age = (edition: Edition) => (edition === 'draft' ? Number.POSITIVE_INFINITY : edition)

/** As it stands in the address. */
export function markedAs(editions: readonly Edition[]): string {
  return editions.toSorted((one, other) => age(one) - age(other)).join('~')
}

/** With an edition marked or no longer; a third mark takes the place of the one marked before the last. */
export function toggled(marked: readonly Edition[], edition: Edition): Edition[] {
  if (marked.includes(edition)) return marked.filter(each => each !== edition)
  return [...marked.slice(-1), edition]
}
