import { useTranslation } from 'react-i18next'
import { textAt, withMember } from '@/shared/diagram/data'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'
import { useSetData, useSubject } from './PanelContext'
import { RewardFields } from './RewardFields'
import { PanelSection } from './Section'

const SECONDS = 'secondsToComplete'

/** How long everybody inside has, and what they earn within that time. */
export function ChallengeFields() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const seconds = textAt(data, SECONDS)
  return (
    <>
      <PanelSection title={t('challenge.title')}>
        <DraftField
          label={t('challenge.seconds')}
          description={t('challenge.secondsHint')}
          value={seconds}
          error={seconds === '' || /^[1-9]\d*$/.test(seconds) ? undefined : t('challenge.wrong')}
          onCommit={text => setData(before => withMember(before, SECONDS, text.trim()))}
        />
        <p className={classes.hint}>{t('challenge.hint')}</p>
      </PanelSection>
      <RewardFields />
    </>
  )
}
