import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import { panelKind } from '../graph/kinds'
import classes from './Panel.module.css'
import { RewardFields } from './RewardFields'
import { RoleField } from './RoleField'
import { PanelSection } from './Section'

/** Those of the selected elements that can be set together. */
export function stepsAmong(elements: readonly Drawn[]): Drawn[] {
  return elements.filter(element => panelKind(element) === 'step')
}

/** What several selected elements can be given at once, each time as one step to undo. */
export function SeveralPanel({ elements }: { elements: readonly Drawn[] }) {
  const { t } = useTranslation('editor')
  const steps = stepsAmong(elements).length
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.kind}>{t('panel.several', { count: elements.length })}</h2>
        <p className={classes.hint}>
          {steps > 0 ? t('panel.severalSteps', { count: steps }) : t('panel.noSteps')}
        </p>
      </div>
      {steps > 0 ? (
        <>
          <PanelSection title={t('role.title')}>
            <RoleField label={t('role.label')} />
          </PanelSection>
          <RewardFields />
        </>
      ) : null}
    </>
  )
}
