import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import type { Saved } from '@/shared/process/draft'
import { DraftSaver, PAUSE, type SaveState, SHORT_PAUSE } from './draft-saver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function saved(revision: number): Saved {
  return { draftRevision: revision, findings: [], etag: `"${revision}"` }
}

function saverWith(
  write: (xml: string, etag: string) => Promise<Saved>,
  read = () => Promise.resolve('<xml/>'),
) {
  const states: SaveState['kind'][] = []
  const buffer = { keep: vi.fn(), clear: vi.fn() }
  const saver = new DraftSaver('"1"', {
    read,
    write,
    onState: state => states.push(state.kind),
    onFindings: () => undefined,
    buffer,
  })
  return { saver, states, buffer }
}

it('saves once after the pause, however many changes there were', async () => {
  const write = vi.fn(() => Promise.resolve(saved(2)))
  const { saver, states } = saverWith(write)
  saver.changed()
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  saver.changed()
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  expect(write).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(write).toHaveBeenCalledExactlyOnceWith('<xml/>', '"1"')
  expect(states.at(-1)).toBe('saved')
})

it('goes on from the revision it got', async () => {
  const write = vi.fn(() => Promise.resolve(saved(2)))
  const { saver } = saverWith(write)
  saver.changed()
  await saver.flush()
  saver.changed()
  await saver.flush()
  expect(write).toHaveBeenLastCalledWith('<xml/>', '"2"')
})

it('keeps a change that was made while it was saving', async () => {
  let answer: (saved: Saved) => void = () => undefined
  const write = vi.fn(() => new Promise<Saved>(resolve => (answer = resolve)))
  const { saver } = saverWith(write)
  saver.changed()
  const first = saver.flush()
  await vi.advanceTimersByTimeAsync(0)
  saver.changed()
  answer(saved(2))
  await first
  expect(saver.isDirty).toBe(true)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(write).toHaveBeenCalledTimes(2)
})

it('never writes over what somebody else saved', async () => {
  const stale = new ApiProblem({ status: 412, code: 'stale-draft', title: 'Stale' })
  const write = vi.fn(() => Promise.reject(stale))
  const { saver, states } = saverWith(write)
  saver.changed()
  expect(await saver.flush()).toBe(false)
  expect(states.at(-1)).toBe('conflict')
  saver.changed()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(write).toHaveBeenCalledTimes(1)
})

it('tries again after a failure', async () => {
  const write = vi.fn(() => Promise.resolve(saved(2)))
  write.mockRejectedValueOnce(new ApiProblem({ status: 0, code: 'network', title: 'Network' }))
  const { saver, states } = saverWith(write)
  saver.changed()
  expect(await saver.flush()).toBe(false)
  expect(states.at(-1)).toBe('failed')
  expect(await saver.flush()).toBe(true)
})

it('keeps a change on the device before it is saved, and lets it go once it is', async () => {
  const write = vi.fn(() => Promise.resolve(saved(2)))
  const { saver, buffer } = saverWith(write)
  saver.changed()
  await vi.advanceTimersByTimeAsync(SHORT_PAUSE)
  expect(buffer.keep).toHaveBeenCalledExactlyOnceWith({ xml: '<xml/>', etag: '"1"' })
  expect(write).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(write).toHaveBeenCalledOnce()
  expect(buffer.clear).toHaveBeenCalledOnce()
})

it('does not let go what could not be saved', async () => {
  const stale = new ApiProblem({ status: 412, code: 'stale-draft', title: 'Stale' })
  const { saver, buffer } = saverWith(() => Promise.reject(stale))
  saver.changed()
  await saver.flush()
  expect(buffer.keep).toHaveBeenCalled()
  expect(buffer.clear).not.toHaveBeenCalled()
})

it('says at once that a drawing can not be written', async () => {
  const broken = () => Promise.reject(new Error('no XML'))
  const { saver, states, buffer } = saverWith(() => Promise.resolve(saved(2)), broken)
  saver.changed()
  await vi.advanceTimersByTimeAsync(SHORT_PAUSE)
  expect(states.at(-1)).toBe('failed')
  expect(buffer.keep).not.toHaveBeenCalled()
})
