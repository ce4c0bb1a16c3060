import { type ReactNode, Suspense, useEffect, useState } from 'react'

type OnDemandProps = { opened: boolean; children: (opened: boolean) => ReactNode }

/**
 * Something that floats above the page and is fetched when it is first opened; from then on it stays, so that it can
 * close gracefully.
 */
export function OnDemand({ opened, children }: OnDemandProps) {
  const [asked, setAsked] = useState(opened)
  if (opened && !asked) setAsked(true)
  if (!asked) return null
  return (
    <Suspense>
      <Settled opened={opened}>{children}</Settled>
    </Suspense>
  )
}

/** Dialogs remember where the focus was when they change to open, so they start closed even when they come late. */
function Settled({ opened, children }: OnDemandProps) {
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return children(opened && mounted)
}
