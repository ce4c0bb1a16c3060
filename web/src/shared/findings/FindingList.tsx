import { CircleAlert, Hand, Info, type LucideIcon, Play, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, FindingSeverity } from '@/shared/api/types'
import classes from './FindingList.module.css'
import { findingKey, groupBySeverity } from './findings'
import { useFindingText } from './use-finding-text'

const ICONS: Record<FindingSeverity, LucideIcon> = {
  error: CircleAlert,
  warning: TriangleAlert,
  'stand-in': Hand,
  info: Info,
}

const HEADS = {
  error: 'severity.error',
  warning: 'severity.warning',
  'stand-in': 'severity.standIn',
  info: 'severity.info',
} as const satisfies Record<FindingSeverity, string>

/** Notes are many and rarely urgent: the first few, the rest on demand. */
const FIRST_NOTES = 5

type FindingListProps = {
  findings: readonly Finding[]
  /** With it each finding is a button that shows its place. */
  onSelect?: (finding: Finding) => void
  active?: Finding | null
  /** What mends it with one press, shown beside it. */
  fixOf?: ((finding: Finding) => ReactNode) | undefined
}

/** Findings by severity, the gravest first. */
export function FindingList({ findings, onSelect, active, fixOf }: FindingListProps) {
  return (
    <div className={classes.groups}>
      {groupBySeverity(findings).map(group => (
        <FindingGroup
          key={group.severity}
          severity={group.severity}
          findings={group.findings}
          onSelect={onSelect}
          active={active}
          fixOf={fixOf}
        />
      ))}
    </div>
  )
}

type GroupProps = Omit<FindingListProps, 'findings'> & {
  severity: FindingSeverity
  findings: Finding[]
}

function FindingGroup({ severity, findings, onSelect, active, fixOf }: GroupProps) {
  const { t } = useTranslation('findings')
  const [all, setAll] = useState(severity !== 'info' || findings.length <= FIRST_NOTES + 1)
  const Icon = ICONS[severity]
  const shown = all ? findings : findings.slice(0, FIRST_NOTES)
  return (
    <section className={classes.group} data-severity={severity}>
      <h3 className={classes.head}>
        <Icon size={14} strokeWidth={2} aria-hidden />
        {t(HEADS[severity])}
        <span className={classes.count}>{findings.length}</span>
      </h3>
      <ul className={classes.list}>
        {shown.map(finding => (
          <li key={findingKey(finding)} className={classes.line}>
            <FindingItem finding={finding} onSelect={onSelect} active={active === finding} />
            {fixOf?.(finding)}
          </li>
        ))}
      </ul>
      {all ? null : (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('more', { count: findings.length - shown.length })}
        </button>
      )}
    </section>
  )
}

type ItemProps = {
  finding: Finding
  onSelect: ((finding: Finding) => void) | undefined
  active: boolean
}

function FindingItem({ finding, onSelect, active }: ItemProps) {
  const { t } = useTranslation('findings')
  const text = useFindingText()
  const body = <span className={classes.text}>{text(finding)}</span>
  if (!onSelect) return <div className={classes.item}>{body}</div>
  return (
    <button
      type="button"
      className={classes.item}
      data-active={active || undefined}
      onClick={() => onSelect(finding)}
    >
      {body}
      {finding.run.length > 0 ? (
        <Play size={13} className={classes.play} aria-label={t('replay')} />
      ) : null}
    </button>
  )
}
