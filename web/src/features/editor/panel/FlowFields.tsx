import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { conditionText } from '../canvas/editing'
import {
  type Comparison,
  comparisonAt,
  comparisonIn,
  conditionExpression,
  withComparison,
} from '../graph/decision'
import { variablesBefore } from '../graph/variables'
import { ConditionFields } from './ConditionFields'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'
import { useSubject } from './PanelContext'
import { PanelSection } from './Section'

const DECIDING: readonly string[] = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']

/** When a way out of a gateway is taken. */
export function FlowFields() {
  const { t } = useTranslation('editor')
  const { editing, element } = useSubject()
  const source = element.source
  if (!source || !DECIDING.includes(source.type)) return null
  const isDefault =
    (source.businessObject.get('default') as Moddle | undefined) === element.businessObject
  return (
    <PanelSection title={t('flow.title')}>
      <Checkbox
        label={t('flow.default')}
        checked={isDefault}
        onChange={event => {
          const next = event.currentTarget.checked
          editing.setDefaultFlow(source, next ? element : undefined)
        }}
      />
      {isDefault ? null : <FlowCondition source={source} />}
    </PanelSection>
  )
}

/** One comparison in fields; what says more, or somebody wants to write, as text. */
function FlowCondition({ source }: { source: Drawn }) {
  const { t } = useTranslation('editor')
  const { editing, element } = useSubject()
  const text = conditionText(element)
  const known = comparisonIn(text)
  const [begun, setBegun] = useState<Comparison>()
  const [asText, setAsText] = useState(false)
  if (asText || (text !== '' && !known)) {
    return (
      <>
        <DraftField
          label={t('flow.condition')}
          description={t('flow.conditionHint')}
          value={text}
          mono
          onCommit={typed => editing.setCondition(element, typed)}
        />
        {text === '' || known ? (
          <Switch label={t('flow.inFields')} onSwitch={setAsText} to={false} />
        ) : null}
      </>
    )
  }
  const value = begun ?? known ?? comparisonAt({})
  return (
    <>
      <ConditionFields
        value={value}
        names={variablesBefore(source)}
        onChange={changes => {
          const next = comparisonAt(withComparison({ ...value }, changes))
          const condition = conditionExpression(next)
          // Half a comparison is no condition yet; the fields remember it.
          setBegun(condition === '' ? next : undefined)
          editing.setCondition(element, condition)
        }}
      />
      <Switch label={t('flow.asText')} onSwitch={setAsText} to={true} />
      <p className={classes.hint}>{t('flow.fieldsHint')}</p>
    </>
  )
}

type SwitchProps = { label: string; to: boolean; onSwitch: (to: boolean) => void }

function Switch({ label, to, onSwitch }: SwitchProps) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => onSwitch(to)}
    >
      {label}
    </Button>
  )
}
