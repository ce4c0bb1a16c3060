import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { show } from '@/test/render'
import type { Surroundings } from '../api/presence'
import { NewerNote } from './NewerNote'
import { Arrivals, PeopleHere } from './PeopleHere'
import type { NewerDraft } from './surroundings'

const [ana, ben, mia, zoe] = ['ana', 'ben', 'mia', 'zoe'].map(username => ({
  userId: username,
  username,
}))

function seenWith(...people: (typeof ana)[]): Surroundings {
  return { people: people.flatMap(each => each ?? []), draftRevision: 1, draftSavedBy: null }
}

let meet: (seen: Surroundings | null) => void

function Toolbar() {
  const [seen, setSeen] = useState<Surroundings | null>(null)
  meet = setSeen
  return (
    <>
      <Arrivals seen={seen} />
      <PeopleHere seen={seen} />
    </>
  )
}

it('the others are shown with their names on demand', async () => {
  const { user } = await show(<Toolbar />)
  expect(screen.queryByRole('button')).toBeNull()
  act(() => meet(seenWith(ana, ben, mia, zoe)))
  const people = screen.getByRole('button', { name: /^Here too: ana, ben, mia,? and zoe$/ })
  expect(people).toHaveTextContent('ABM+1')
  await user.click(people)
  expect(await screen.findByText('zoe')).toBeVisible()
})

it('who comes is told once, and again after having been away', async () => {
  await show(<Toolbar />)
  const said = () => screen.getAllByRole('status').map(each => each.textContent)
  act(() => meet(seenWith(ana)))
  expect(said()).toContain('ana has opened this drawing, too.')
  act(() => meet(null))
  act(() => meet(seenWith(ana)))
  expect(said()).toContain('ana has opened this drawing, too.')
  act(() => meet(seenWith(ana, ben, mia)))
  expect(said()).toContain('ben and mia have opened this drawing, too.')
  act(() => meet(seenWith()))
  expect(said().join('')).toBe('')
  act(() => meet(seenWith(ana)))
  expect(said()).toContain('ana has opened this drawing, too.')
})

let tell: (newer: NewerDraft | null) => void

function Note({ onLoad, onKeep }: { onLoad: () => Promise<void>; onKeep: () => void }) {
  const [newer, setNewer] = useState<NewerDraft | null>(null)
  tell = setNewer
  return <NewerNote newer={newer} onLoad={onLoad} onKeep={onKeep} />
}

const byBen = (revision: number): NewerDraft => ({ revision, by: ben ?? null, mine: false })

it('a newer draft is told, and not again until there is one more', async () => {
  const onLoad = vi.fn(() => Promise.resolve())
  const onKeep = vi.fn()
  const { user } = await show(<Note onLoad={onLoad} onKeep={onKeep} />)
  expect(screen.queryByRole('button')).toBeNull()
  act(() => tell(byBen(5)))
  expect(screen.getByText(/^ben has changed this drawing/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Keep drawing' }))
  expect(onKeep).toHaveBeenCalledOnce()
  expect(screen.queryByText(/has changed/)).toBeNull()
  act(() => tell(byBen(5)))
  expect(screen.queryByText(/has changed/)).toBeNull()
  act(() => tell(byBen(6)))
  await user.click(screen.getByRole('button', { name: 'Load their version' }))
  await waitFor(() => expect(onLoad).toHaveBeenCalledOnce())
})
