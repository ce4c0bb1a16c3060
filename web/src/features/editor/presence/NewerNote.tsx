import { Button } from '@mantine/core'
import { GitPullRequestArrow } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Presence.module.css'
import type { NewerDraft } from './surroundings'

type NewerNoteProps = {
  newer: NewerDraft | null
  /** Takes what was saved elsewhere, or offers what there is when that would lose something. */
  onLoad: () => Promise<void>
  onKeep: () => void
}

/** Somebody else has saved: told before one's own save is refused, and as often as it happens. */
export function NewerNote({ newer, onLoad, onKeep }: NewerNoteProps) {
  const { t } = useTranslation('presence')
  const [loading, setLoading] = useState(false)
  const [kept, setKept] = useState(0)
  const told = newer && newer.revision > kept ? newer : null
  return (
    <div className={classes.newer} data-empty={told ? undefined : true}>
      <span role="status" className={classes.sentence}>
        {told ? (
          <>
            <GitPullRequestArrow size={14} aria-hidden />
            <span>
              {told.mine
                ? t('newer.mine')
                : t('newer.theirs', { name: told.by?.username ?? t('newer.somebody') })}{' '}
              {t('newer.before')}
            </span>
          </>
        ) : null}
      </span>
      {told ? (
        <div className={classes.ways}>
          <Button
            size="xs"
            variant="default"
            loading={loading}
            onClick={() => {
              setLoading(true)
              void onLoad().finally(() => setLoading(false))
            }}
          >
            {t(told.mine ? 'newer.loadMine' : 'newer.load')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              setKept(told.revision)
              onKeep()
            }}
          >
            {t('newer.keep')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
