import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isTyping, useSingleKeys } from '@/shared/ui/single-keys'
import { areasOf } from './areas'
import { useCurrentTeam } from './use-current-team'

type Handlers = { openPalette: () => void; openSheet: () => void }

const CHORD_TIME = 1_200

/** Focuses the page's search field, which says `data-page-search`. */
function focusPageSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-page-search]')
  field?.focus()
  return field !== null
}

/** Ctrl/Cmd-K, `?`, `/`, and `g` followed by the letter of a page. */
export function useGlobalKeys({ openPalette, openSheet }: Handlers): void {
  const navigate = useNavigate()
  const team = useCurrentTeam()
  const [singleKeys] = useSingleKeys()
  const chordStarted = useRef(0)

  useEffect(() => {
    function goTo(key: string): boolean {
      if (key === 'd') {
        void navigate({ to: '/dashboard' })
        return true
      }
      const area = team && areasOf(team).find(each => each.key === key)
      if (area && team) void navigate({ to: area.to, params: { teamId: team.id } })
      return area !== undefined
    }

    function singleKey(event: KeyboardEvent): boolean {
      if (event.timeStamp - chordStarted.current < CHORD_TIME) {
        chordStarted.current = 0
        return goTo(event.key)
      }
      if (event.key === 'g') {
        chordStarted.current = event.timeStamp
        return true
      }
      if (event.key === '?') {
        openSheet()
        return true
      }
      return event.key === '/' && focusPageSearch()
    }

    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openPalette()
        return
      }
      const modified = event.ctrlKey || event.metaKey || event.altKey
      if (modified || event.defaultPrevented || !singleKeys || isTyping(event)) return
      if (singleKey(event)) event.preventDefault()
    }

    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate, team, singleKeys, openPalette, openSheet])
}
