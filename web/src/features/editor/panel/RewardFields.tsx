import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { textAt, withMember } from '@/shared/diagram/data'
import { comparisonAt, withComparison } from '../graph/decision'
import { outputsOf, variablesBefore } from '../graph/variables'
import { ConditionFields } from './ConditionFields'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'
import { useDiffers, useSetData, useSubject } from './PanelContext'
import { PanelSection } from './Section'

const TYPES = ['None', 'Points', 'Badges'] as const
const POINTS = ['Experience', 'Coins'] as const
const METHODS = ['incrementBy', 'decrementBy', 'setTo'] as const
const OPTIONS = 'gamificationOptions'

/** What a step earns whoever does it. */
export function RewardFields() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const differs = useDiffers('gamificationType')
  const known = TYPES.find(each => each === textAt(data, 'gamificationType'))
  const type = differs ? null : (known ?? 'None')
  return (
    <PanelSection title={t('reward.title')}>
      <Select
        label={t('reward.type')}
        data={TYPES.map(value => ({ value, label: t(`reward.${value}`) }))}
        placeholder={differs ? t('panel.differs') : undefined}
        value={type}
        onChange={value =>
          setData(before => {
            const typed = withMember(before, 'gamificationType', value ?? 'None')
            if (value !== 'Points' || textAt(typed, `${OPTIONS}.pointType`) !== '') return typed
            const points = withMember(typed, `${OPTIONS}.pointType`, 'Experience')
            return withMember(points, `${OPTIONS}.pointsApplicationMethod`, 'incrementBy')
          })
        }
      />
      {type === 'Points' ? <PointFields /> : null}
      {type === 'Badges' ? (
        <DraftField
          label={t('reward.badge')}
          value={textAt(data, `${OPTIONS}.badgeType`)}
          onCommit={text =>
            setData(before => withMember(before, `${OPTIONS}.badgeType`, text.trim()))
          }
        />
      ) : null}
      {type && type !== 'None' ? <RewardCondition /> : null}
    </PanelSection>
  )
}

/** Under what condition it is earned at all; without one by whoever does the step. */
function RewardCondition() {
  const { t } = useTranslation('editor')
  const { element, data } = useSubject()
  const setData = useSetData()
  const has = textAt(data, `${OPTIONS}.hasCondition`) === 'true'
  const names = [...new Set([...outputsOf(element), ...variablesBefore(element)])]
  return (
    <>
      <Checkbox
        label={t('reward.hasCondition')}
        checked={has}
        onChange={event => {
          const next = event.currentTarget.checked
          setData(before => withMember(before, `${OPTIONS}.hasCondition`, next || undefined))
        }}
      />
      {has ? (
        <ConditionFields
          value={comparisonAt(data, `${OPTIONS}.`)}
          names={names}
          onChange={changes => setData(before => withComparison(before, changes, `${OPTIONS}.`))}
        />
      ) : null}
    </>
  )
}

function PointFields() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const methodDiffers = useDiffers(`${OPTIONS}.pointsApplicationMethod`)
  const amount = textAt(data, `${OPTIONS}.pointsForSuccess`)
  const set = (name: string, value: string | null) =>
    setData(before => withMember(before, `${OPTIONS}.${name}`, value ?? undefined))
  return (
    <>
      <div className={classes.row}>
        <Select
          label={t('reward.pointType')}
          data={POINTS.map(value => ({ value, label: t(`reward.${value}`) }))}
          value={POINTS.find(each => each === textAt(data, `${OPTIONS}.pointType`)) ?? null}
          onChange={value => set('pointType', value)}
        />
        <DraftField
          label={t('reward.amount')}
          value={amount}
          error={amount === '' || /^\d+$/.test(amount) ? undefined : t('reward.wholeNumber')}
          onCommit={text => set('pointsForSuccess', text.trim())}
        />
      </div>
      <Select
        label={t('reward.method')}
        data={METHODS.map(value => ({ value, label: t(`reward.${value}`) }))}
        value={
          METHODS.find(each => each === textAt(data, `${OPTIONS}.pointsApplicationMethod`)) ??
          (methodDiffers ? null : 'incrementBy')
        }
        onChange={value => set('pointsApplicationMethod', value)}
      />
    </>
  )
}
