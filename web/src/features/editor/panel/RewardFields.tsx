import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { textAt, withMember } from '@/shared/diagram/data'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'
import { useSetData, useSubject } from './PanelContext'
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
  const type = TYPES.find(each => each === textAt(data, 'gamificationType')) ?? 'None'
  return (
    <PanelSection title={t('reward.title')}>
      <Select
        label={t('reward.type')}
        data={TYPES.map(value => ({ value, label: t(`reward.${value}`) }))}
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
      {textAt(data, `${OPTIONS}.hasCondition`) === 'true' && type !== 'None' ? (
        <p className={classes.hint}>
          {t('reward.condition', {
            condition: ['value1', 'comparison', 'value2']
              .map(name => textAt(data, `${OPTIONS}.${name}`))
              .join(' '),
          })}
        </p>
      ) : null}
    </PanelSection>
  )
}

function PointFields() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
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
          'incrementBy'
        }
        onChange={value => set('pointsApplicationMethod', value)}
      />
    </>
  )
}
