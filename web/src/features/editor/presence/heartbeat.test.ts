import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { networkProblem } from '@/shared/api/problem'
import type { Surroundings } from '../api/presence'
import { Heartbeat, INTERVAL } from './heartbeat'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const alone: Surroundings = { people: [], draftRevision: 1, draftSavedBy: null }

function heart(beat: () => Promise<Surroundings> = () => Promise.resolve(alone)) {
  const parts = {
    beat: vi.fn(beat),
    leave: vi.fn(() => Promise.resolve()),
    onSeen: vi.fn<(seen: Surroundings | null) => void>(),
  }
  return { ...parts, heartbeat: new Heartbeat(parts) }
}

it('says at once that somebody is here, and again after each interval', async () => {
  const { heartbeat, beat, onSeen } = heart()
  heartbeat.wake()
  heartbeat.wake()
  expect(beat).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(INTERVAL - 1)
  expect(onSeen).toHaveBeenLastCalledWith(alone)
  expect(beat).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(1)
  expect(beat).toHaveBeenCalledTimes(2)
})

it('is silent while the tab is out of sight, and asks at once when it is back', async () => {
  const { heartbeat, beat, leave } = heart()
  heartbeat.wake()
  await vi.advanceTimersByTimeAsync(1)
  heartbeat.sleep()
  await vi.advanceTimersByTimeAsync(5 * INTERVAL)
  expect(beat).toHaveBeenCalledOnce()
  expect(leave).not.toHaveBeenCalled()
  heartbeat.wake()
  expect(beat).toHaveBeenCalledTimes(2)
})

it('keeps one rhythm when the tab comes back before the answer', async () => {
  const answers: ((seen: Surroundings) => void)[] = []
  const { heartbeat, beat } = heart(() => new Promise(done => answers.push(done)))
  heartbeat.wake()
  heartbeat.sleep()
  heartbeat.wake()
  for (const answer of answers) answer(alone)
  await vi.advanceTimersByTimeAsync(INTERVAL)
  expect(beat).toHaveBeenCalledTimes(3)
})

it('tells nothing when the server can not be reached, and goes on asking', async () => {
  let reachable = true
  const { heartbeat, beat, onSeen } = heart(() =>
    reachable ? Promise.resolve(alone) : Promise.reject(networkProblem(new Error('gone'))),
  )
  heartbeat.wake()
  await vi.advanceTimersByTimeAsync(1)
  reachable = false
  await vi.advanceTimersByTimeAsync(INTERVAL)
  expect(onSeen).toHaveBeenLastCalledWith(null)
  reachable = true
  await vi.advanceTimersByTimeAsync(INTERVAL)
  expect(beat).toHaveBeenCalledTimes(3)
  expect(onSeen).toHaveBeenLastCalledWith(alone)
})

it('says that it leaves only after what it has just said', async () => {
  let answer: (seen: Surroundings) => void = () => undefined
  const { heartbeat, leave, onSeen } = heart(() => new Promise(done => (answer = done)))
  heartbeat.wake()
  const stopped = heartbeat.stop()
  await vi.advanceTimersByTimeAsync(1)
  expect(leave).not.toHaveBeenCalled()
  answer(alone)
  await stopped
  expect(leave).toHaveBeenCalledOnce()
  expect(onSeen).not.toHaveBeenCalled()
})

it('waits for nothing when the page goes away', () => {
  const { heartbeat, leave } = heart(() => new Promise(() => undefined))
  heartbeat.wake()
  heartbeat.leave()
  expect(leave).toHaveBeenCalledOnce()
})
