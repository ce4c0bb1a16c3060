import { Popover, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/format'
import { Avatar, Person } from '@/shared/ui/Person'
import type { Colleague, Surroundings } from '../api/presence'
import classes from './Presence.module.css'
import { arrivals } from './surroundings'

const SHOWN = 3

/** Tells those who listen when somebody comes. */
export function Arrivals({ seen }: { seen: Surroundings | null }) {
  return <VisuallyHidden role="status">{useArrivals(seen)}</VisuallyHidden>
}

/** Who else has the drawing open: as pictures, with their names on demand. */
export function PeopleHere({ seen }: { seen: Surroundings | null }) {
  return seen && seen.people.length > 0 ? <Pictures people={seen.people} /> : null
}

function Pictures({ people }: { people: Colleague[] }) {
  const { t } = useTranslation('presence')
  const format = useFormat()
  const names = t('here', { names: format.list(people.map(each => each.username)) })
  const more = people.length - SHOWN
  const [opened, setOpened] = useState(false)
  return (
    <Popover position="bottom-start" opened={opened} onChange={setOpened}>
      <Tooltip label={names}>
        <span>
          <Popover.Target>
            <UnstyledButton
              className={classes.people}
              aria-label={names}
              onClick={() => setOpened(!opened)}
              onKeyDown={event => event.key === 'Escape' && setOpened(false)}
            >
              {people.slice(0, SHOWN).map(({ userId, username }) => (
                <Avatar key={userId} name={username} />
              ))}
              {more > 0 ? <span className={classes.more}>{`+${format.number(more)}`}</span> : null}
            </UnstyledButton>
          </Popover.Target>
        </span>
      </Tooltip>
      <Popover.Dropdown>
        <p className={classes.heading}>{t('title')}</p>
        <ul className={classes.names}>
          {people.map(({ userId, username }) => (
            <li key={userId}>
              <Person name={username} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The sentence about who came last; an answer that did not come changes nothing. */
function useArrivals(seen: Surroundings | null): string {
  const { t } = useTranslation('presence')
  const format = useFormat()
  const known = useRef<readonly Colleague[]>([])
  const [came, setCame] = useState<readonly Colleague[]>([])
  useEffect(() => {
    if (!seen) return
    const fresh = arrivals(known.current, seen.people)
    // Who leaves and comes back is told of once more.
    if (fresh.length > 0 || seen.people.length < known.current.length) setCame(fresh)
    known.current = seen.people
  }, [seen])
  if (came.length === 0) return ''
  return t('came', {
    count: came.length,
    names: format.list(came.map(each => each.username)),
  })
}
