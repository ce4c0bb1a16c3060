import { Button, Checkbox } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelVersion, ProcessModel } from '@/shared/api/types'
import { Moment } from '@/shared/ui/Moment'
import type { Edition } from '../api/versions'
import { VersionName } from './VersionName'
import classes from './VersionsPage.module.css'

type VersionListProps = {
  model: ProcessModel
  versions: readonly ModelVersion[]
  marked: readonly Edition[]
  onToggle: (edition: Edition) => void
  onMore: (() => void) | undefined
}

const STEP: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** j, k and the arrows go from mark to mark; Space is the mark's own key. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key]
  const { target } = event
  // In a field they are letters, or move the cursor.
  if (target instanceof HTMLInputElement && target.type === 'text') return
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  const next = boxes[boxes.indexOf(target as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The draft and every version, the newest first, each with a mark. */
export function VersionList({ model, versions, marked, onToggle, onMore }: VersionListProps) {
  const { t } = useTranslation('versions')
  const row = (edition: Edition, name: string, body: ReactNode, beside?: ReactNode) => (
    <li key={edition} className={classes.row} data-marked={marked.includes(edition) || undefined}>
      <div className={classes.heading}>
        <Checkbox
          label={name}
          checked={marked.includes(edition)}
          onChange={() => onToggle(edition)}
          classNames={{ label: classes.name ?? '' }}
        />
        {beside}
      </div>
      <div className={classes.about}>{body}</div>
    </li>
  )
  return (
    <nav className={classes.list} aria-label={t('list')} onKeyDown={walk}>
      <p className={classes.hint}>
        {t('hint')} {t('keys')}
      </p>
      <ul className={classes.rows}>
        {row('draft', t('draft'), t('draftNote'))}
        {versions.map(version =>
          row(
            version.version,
            t('number', { version: version.version }),
            <About version={version} starts={model.publishedVersion === version.version} />,
            <VersionName modelId={model.id} version={version} />,
          ),
        )}
      </ul>
      {onMore ? (
        <Button variant="subtle" size="xs" onClick={onMore}>
          {t('more')}
        </Button>
      ) : null}
    </nav>
  )
}

function About({ version, starts }: { version: ModelVersion; starts: boolean }) {
  const { t } = useTranslation('versions')
  const { note, publishedAt, publishedBy, runningInstances } = version
  return (
    <>
      <p className={classes.note} data-empty={note ? undefined : true}>
        {note ?? t('noNote')}
      </p>
      <p>
        <Moment at={publishedAt} /> {t('byAt', { author: publishedBy ?? t('gone') })}
      </p>
      {starts ? <p className={classes.starts}>{t('starts')}</p> : null}
      {runningInstances > 0 ? <p>{t('running', { count: runningInstances })}</p> : null}
    </>
  )
}
