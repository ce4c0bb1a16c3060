import { type LucideIcon, Minus, Move, Pencil, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from './ChangeList.module.css'
import { CHANGES, type Change, type ChangeType } from './difference'
import { useChangeWords } from './words'

const ICONS: Record<ChangeType, LucideIcon> = {
  added: Plus,
  removed: Minus,
  changed: Pencil,
  moved: Move,
}

type ChangeListProps = {
  changes: readonly Change[]
  /** Shows a change on the drawing; without it the list is only read. */
  onSelect?: (change: Change) => void
}

/** What differs, in words, the new first. */
export function ChangeList({ changes, onSelect }: ChangeListProps) {
  const { t } = useTranslation('versions')
  if (changes.length === 0) return <p className={classes.none}>{t('changes.none')}</p>
  return (
    <div className={classes.groups}>
      {CHANGES.map(type => {
        const own = changes.filter(({ change }) => change === type)
        return own.length === 0 ? null : (
          <ChangeGroup key={type} type={type} changes={own} {...(onSelect ? { onSelect } : {})} />
        )
      })}
    </div>
  )
}

function ChangeGroup({ type, changes, onSelect }: ChangeListProps & { type: ChangeType }) {
  const { t } = useTranslation('versions')
  const Icon = ICONS[type]
  return (
    <section className={classes.group} data-change={type}>
      <h3 className={classes.head}>
        <Icon size={13} strokeWidth={2.25} aria-hidden />
        {t(`changes.${type}`)}
        <span className={classes.count}>{changes.length}</span>
      </h3>
      <ul className={classes.list}>
        {changes.map(change => (
          <li key={change.id}>
            <ChangeItem change={change} {...(onSelect ? { onSelect } : {})} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type ChangeItemProps = { change: Change; onSelect?: (change: Change) => void }

function ChangeItem({ change, onSelect }: ChangeItemProps) {
  const words = useChangeWords()
  const name = words.element(change)
  return (
    <div className={classes.item}>
      {onSelect ? (
        <button type="button" className={classes.name} onClick={() => onSelect(change)}>
          {name}
        </button>
      ) : (
        <span className={classes.name}>{name}</span>
      )}
      {change.details.length === 0 ? null : (
        <ul className={classes.details}>
          {change.details.map(detail => (
            <li key={detail.property}>{words.detail(detail)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
