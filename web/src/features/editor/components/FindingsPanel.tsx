import { ChevronDown, ChevronUp, CircleHelp, ShieldAlert, ShieldCheck } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '@/shared/api/types'
import { FindingList } from '@/shared/findings/FindingList'
import { groupBySeverity } from '@/shared/findings/findings'
import type { Checked } from '../check'
import classes from './EditorPage.module.css'

type FindingsPanelProps = {
  checked: Checked | null
  active: Finding | null
  onSelect: (finding: Finding) => void
  fixOf: (finding: Finding) => ReactNode
}

const ICONS = { sound: ShieldCheck, unsound: ShieldAlert, undecided: CircleHelp }

/** What was noticed in the drawing; pressing one shows its place. */
export function FindingsPanel({ checked, active, onSelect, fixOf }: FindingsPanelProps) {
  const { t } = useTranslation(['editor', 'findings'])
  const id = useId()
  const [open, setOpen] = useState(true)
  const Chevron = open ? ChevronDown : ChevronUp
  const groups = groupBySeverity(checked?.findings ?? [])
  const verdict = checked?.verdict ?? null
  const Icon = verdict ? ICONS[verdict] : null
  return (
    <section className={classes.findings} aria-label={t('editor:findings.title')}>
      <button
        type="button"
        className={classes.findingsHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(value => !value)}
      >
        <Chevron size={15} aria-hidden />
        {t('editor:findings.title')}
        <span className={classes.counts} role="status">
          {groups.map(group => (
            <span key={group.severity}>
              {t(`findings:count.${group.severity}`, { count: group.findings.length })}
            </span>
          ))}
        </span>
        {verdict && Icon ? (
          <span className={classes.verdict} data-verdict={verdict}>
            <Icon size={14} aria-hidden />
            {t(`editor:verdict.${verdict}`)}
          </span>
        ) : null}
      </button>
      <div className={classes.findingsBody} id={id} hidden={!open}>
        {checked && checked.findings.length > 0 ? (
          <FindingList
            findings={checked.findings}
            active={active}
            onSelect={onSelect}
            fixOf={fixOf}
          />
        ) : (
          <p className={checked ? classes.clean : classes.save}>
            {t(checked ? 'editor:findings.none' : 'editor:findings.unknown')}
          </p>
        )}
      </div>
    </section>
  )
}
