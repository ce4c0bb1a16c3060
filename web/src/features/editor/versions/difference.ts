import type { PanelKind } from '../graph/kinds'
import type { Facts } from './facts'
import { type Item, readSnapshot, type Snapshot } from './snapshot'

export const CHANGES = ['added', 'removed', 'changed', 'moved'] as const

export type ChangeType = (typeof CHANGES)[number]

/** One setting that is not what it was; undefined: it was not set. */
export type Detail = { property: string; before?: string; after?: string }

export type Change = {
  change: ChangeType
  id: string
  kind: PanelKind
  name: string
  details: readonly Detail[]
}

/** What became of one drawing in another, by the ids of their elements. */
export async function differenceOf(before: string, after: string): Promise<Change[]> {
  const [old, now] = await Promise.all([readSnapshot(before), readSnapshot(after)])
  return compare(old, now)
}

export function compare(before: Snapshot, after: Snapshot): Change[] {
  const moved = new Set(
    [...after.values()].filter(item => isMoved(before.get(item.id), item)).map(({ id }) => id),
  )
  const found: Change[] = []
  for (const item of after.values()) {
    const old = before.get(item.id)
    if (!old) {
      found.push(changeOf('added', item))
      continue
    }
    const details = detailsOf(old, item)
    if (details.length > 0) found.push(changeOf('changed', item, details))
    // A flow that follows its ends has not been moved by anybody.
    else if (moved.has(item.id) && !item.ends.some(end => moved.has(end) || !before.has(end))) {
      found.push(changeOf('moved', item))
    }
  }
  for (const item of before.values()) {
    if (!after.has(item.id)) found.push(changeOf('removed', item))
  }
  return found.toSorted((one, other) => CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change))
}

function changeOf(change: ChangeType, item: Item, details: readonly Detail[] = []): Change {
  return { change, id: item.id, kind: item.kind, name: item.name, details }
}

/** A drawing that came without places says nothing about who was moved. */
function isMoved(before: Item | undefined, { place }: Item): boolean {
  return before !== undefined && before.place !== '' && place !== '' && before.place !== place
}

function detailsOf(before: Item, after: Item): Detail[] {
  const type = (item: Item): Facts => {
    const local = item.type.replace(/^\w+:/, '')
    return new Map([['shape', { key: local, text: local }], ...item.facts])
  }
  const [old, now] = [type(before), type(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(property => {
    const [was, is] = [old.get(property), now.get(property)]
    if (was?.key === is?.key) return []
    return [{ property, ...(was ? { before: was.text } : {}), ...(is ? { after: is.text } : {}) }]
  })
}
