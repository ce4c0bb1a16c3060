import { beforeEach, expect, it } from 'vitest'
import { DraftBuffer } from './draft-buffer'

beforeEach(() => window.localStorage.clear())

it('gives back what it keeps, to the same person and process only', () => {
  new DraftBuffer('ana', 5).keep({ xml: '<new/>', etag: '"3"' })
  expect(new DraftBuffer('ana', 5).read()).toMatchObject({ xml: '<new/>', etag: '"3"' })
  expect(new DraftBuffer('ben', 5).read()).toBeNull()
  expect(new DraftBuffer('ana', 6).read()).toBeNull()
})

it('keeps nothing old when there is no room for the new', () => {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  new DraftBuffer('ana', 5).keep({ xml: '<old/>', etag: '"3"' })
  const storage = {
    setItem: full,
    removeItem: (key: string) => window.localStorage.removeItem(key),
  } as unknown as Storage
  new DraftBuffer('ana', 5, storage).keep({ xml: '<new/>', etag: '"3"' })
  expect(new DraftBuffer('ana', 5).read()).toBeNull()
})

it.each(['{"xml": "<cu', 'null', '5', '{}'])('gives nothing back of %s', text => {
  window.localStorage.setItem('processflow.draft.ana.5', text)
  expect(new DraftBuffer('ana', 5).read()).toBeNull()
})
