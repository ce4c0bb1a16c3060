import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import {
  type Comparison,
  comparisonAt,
  conditionExpression,
  flowName,
  trueFlowOf,
  withComparison,
} from '../graph/decision'
import { GATEWAY_TYPES } from '../graph/kinds'
import { variablesBefore } from '../graph/variables'
import { ConditionFields } from './ConditionFields'
import classes from './Panel.module.css'
import { useSubject } from './PanelContext'
import { RoleField } from './RoleField'
import { PanelSection } from './Section'

const WORDS = {
  'bpmn:ExclusiveGateway': 'gateway.exclusive',
  'bpmn:ParallelGateway': 'gateway.parallel',
  'bpmn:InclusiveGateway': 'gateway.inclusive',
} as const

const HINTS = {
  'bpmn:ExclusiveGateway': 'gateway.exclusiveHint',
  'bpmn:ParallelGateway': 'gateway.parallelHint',
  'bpmn:InclusiveGateway': 'gateway.inclusiveHint',
} as const

/** How a gateway divides and joins ways. */
export function GatewayKindField() {
  const { t } = useTranslation('editor')
  const { editing, element } = useSubject()
  const type = GATEWAY_TYPES.find(each => each === element.type)
  return (
    <Select
      label={t('gateway.kind')}
      placeholder={t('gateway.other')}
      description={type ? t(HINTS[type]) : undefined}
      data={GATEWAY_TYPES.map(value => ({ value, label: t(WORDS[value]) }))}
      value={type ?? null}
      onChange={value => value && editing.become(element, value)}
    />
  )
}

function outgoing(gateway: Drawn): Drawn[] {
  return (gateway.outgoing ?? []).filter(flow => flow.type === 'bpmn:SequenceFlow')
}

/** What decides at a gateway with two ways; with more, each way's own condition or a person does. */
export function DecisionFields() {
  const { t } = useTranslation('editor')
  const { element } = useSubject()
  const ways = outgoing(element)
  if (element.type !== 'bpmn:ExclusiveGateway' || ways.length < 2) return null
  return (
    <PanelSection title={t('decision.title')}>
      {ways.length === 2 ? (
        <ComparisonFields ways={ways} />
      ) : (
        <p className={classes.hint}>{t('decision.manyWays')}</p>
      )}
      <RoleField label={t('decision.role')} />
      <p className={classes.hint}>{t('decision.roleHint')}</p>
    </PanelSection>
  )
}

function ComparisonFields({ ways }: { ways: Drawn[] }) {
  const { t } = useTranslation('editor')
  const { editing, element, object, data } = useSubject()
  const whenTrue = trueFlowOf(element, ways)

  function change(changes: Partial<Comparison>, target: Drawn | undefined = whenTrue) {
    editing.together(() => {
      editing.setData(element, object, before => withComparison(before, changes))
      const other = ways.find(way => way !== target)
      if (!target || !other) return
      editing.setDefaultFlow(element, other)
      editing.setCondition(other, '')
      editing.setCondition(target, conditionExpression({ ...comparisonAt(data), ...changes }))
    })
  }

  return (
    <>
      <ConditionFields
        value={comparisonAt(data)}
        names={variablesBefore(element)}
        onChange={change}
      />
      <Select
        label={t('decision.whenTrue')}
        data={ways.map(way => ({ value: way.id, label: flowName(way) || way.id }))}
        value={whenTrue?.id ?? null}
        onChange={id =>
          change(
            {},
            ways.find(way => way.id === id),
          )
        }
      />
      <p className={classes.hint}>{t('decision.hint')}</p>
    </>
  )
}
