import { useEffect, useState } from 'react'
import { useUser } from '@/shared/session/session'
import { type Surroundings, tellGone, tellHere } from '../api/presence'
import type { Editor } from '../components/use-editor'
import { Heartbeat } from './heartbeat'
import { type NewerDraft, newerDraft } from './surroundings'

/** Who else has the drawing open, asked again and again while this tab can be seen. */
export function usePresence(modelId: number): Surroundings | null {
  const [seen, setSeen] = useState<Surroundings | null>(null)
  useEffect(() => {
    const heartbeat = new Heartbeat({
      beat: () => tellHere(modelId),
      leave: () => tellGone(modelId),
      onSeen: setSeen,
    })
    const look = () => (document.hidden ? heartbeat.sleep() : heartbeat.wake())
    const leave = () => heartbeat.leave()
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', leave)
    // A page that was put aside comes back as it was.
    window.addEventListener('pageshow', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', look)
      void heartbeat.stop()
      setSeen(null)
    }
  }, [modelId])
  return seen
}

/** What was saved elsewhere, while it can still be taken over without a conflict. */
export function useNewerDraft(
  { saver, saveState }: Pick<Editor, 'saver' | 'saveState'>,
  seen: Surroundings | null,
): NewerDraft | null {
  const { id: userId } = useUser()
  // A conflict has a dialog of its own.
  if (!saver.current || saveState.kind === 'conflict') return null
  const { revision } = saver.current
  return newerDraft(seen, { userId, revision, saving: saveState.kind === 'saving' })
}
