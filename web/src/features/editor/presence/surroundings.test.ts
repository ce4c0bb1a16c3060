import { describe, expect, it } from 'vitest'
import type { Surroundings } from '../api/presence'
import { arrivals, newerDraft } from './surroundings'

const ana = { userId: 'a', username: 'ana' }
const ben = { userId: 'b', username: 'ben' }
const own = { userId: 'a', revision: 4, saving: false }

function savedBy(draftSavedBy: Surroundings['draftSavedBy'], draftRevision: number): Surroundings {
  return { people: [], draftRevision, draftSavedBy }
}

describe('a newer draft', () => {
  it('is one that somebody else has saved since', () => {
    expect(newerDraft(savedBy(ben, 5), own)).toEqual({ revision: 5, by: ben, mine: false })
  })

  it('is not the one that is drawn here, nor an older answer', () => {
    expect(newerDraft(savedBy(ben, 4), own)).toBeNull()
    expect(newerDraft(savedBy(ben, 3), own)).toBeNull()
    expect(newerDraft(null, own)).toBeNull()
  })

  it('is not the save of this canvas that the server has already', () => {
    expect(newerDraft(savedBy(ana, 5), { ...own, saving: true })).toBeNull()
    expect(newerDraft(savedBy(ana, 5), { ...own, revision: 5 })).toBeNull()
  })

  it('is one of somebody else although this canvas saves at the same moment', () => {
    expect(newerDraft(savedBy(ben, 5), { ...own, saving: true })?.by).toEqual(ben)
  })

  it('is also one of the same person, from another window', () => {
    expect(newerDraft(savedBy(ana, 5), own)?.mine).toBe(true)
  })

  it('may be of nobody who is known', () => {
    expect(newerDraft(savedBy(null, 5), own)).toEqual({ revision: 5, by: null, mine: false })
  })
})

it('those who arrive are those who were not here', () => {
  expect(arrivals([], [ana, ben])).toEqual([ana, ben])
  expect(arrivals([ana], [ana, ben])).toEqual([ben])
  expect(arrivals([ana, ben], [ben])).toEqual([])
})
