import { expect, it } from 'vitest'
import type { Finding, Verification } from '@/shared/api/types'
import { type Checked, DraftCheck } from './check'

const finding = (code: string) => ({ code, severity: 'warning', run: [] }) as unknown as Finding

/** A check whose answers are given by hand, in any order. */
function checked() {
  let known: Checked | null = null
  const asked: { answer: (given: Verification) => void; fail: () => void; signal: AbortSignal }[] =
    []
  const check = new DraftCheck({
    verify: signal =>
      new Promise((answer, failed) =>
        asked.push({ answer, fail: () => failed(new Error('gone')), signal }),
      ),
    onChecked: change => {
      known = change(known)
    },
  })
  return { check, asked, known: () => known }
}

const verified = (code: string) =>
  ({ verdict: 'unsound', findings: [finding(code)] }) as unknown as Verification

it('asks after each save and tells what came of it', async () => {
  const { check, asked, known } = checked()
  const done = check.saved([finding('structure')])
  expect(known()).toBeNull()
  asked[0]?.answer(verified('deadlock'))
  await done
  expect(known()).toEqual({ verdict: 'unsound', findings: [finding('deadlock')] })
})

it('drops the answer about a drawing that was changed meanwhile, and keeps what was known', async () => {
  const { check, asked, known } = checked()
  const first = check.saved([])
  asked[0]?.answer(verified('deadlock'))
  await first
  const second = check.saved([])
  check.changed()
  expect(asked[1]?.signal.aborted).toBe(true)
  asked[1]?.answer(verified('dead-node'))
  await second
  expect(known()).toEqual({ verdict: null, findings: [finding('deadlock')] })
})

it('lets a late answer not replace a newer one', async () => {
  const { check, asked, known } = checked()
  const first = check.saved([])
  const second = check.saved([])
  asked[1]?.answer(verified('new'))
  await second
  asked[0]?.answer(verified('old'))
  await first
  expect(known()?.findings).toEqual([finding('new')])
})

it('tells what the save has shown when the check fails', async () => {
  const { check, asked, known } = checked()
  const done = check.saved([finding('structure')])
  asked[0]?.fail()
  await done
  expect(known()).toEqual({ verdict: null, findings: [finding('structure')] })
})

it('has nothing to tell who asked about a drawing that was changed meanwhile', async () => {
  const { check, asked } = checked()
  const looked = check.look()
  check.changed()
  asked[0]?.fail()
  expect(await looked).toBeNull()
})

it('tells who asked that there is no answer', async () => {
  const { check, asked } = checked()
  const looked = check.look()
  asked[0]?.fail()
  await expect(looked).rejects.toThrow('gone')
})
