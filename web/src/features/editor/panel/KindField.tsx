import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { textAt, withMember } from '@/shared/diagram/data'
import {
  chosenKind,
  isAutomatic,
  isStandard,
  optionList,
  PERSON,
  UNBOUND,
  withDefaults,
} from '../graph/definitions'
import { isDrawnAutomatic } from '../graph/kinds'
import { useSubject } from './PanelContext'

/** Who or what does a step: a person, another page, or an automatic activity of the team. */
export function KindField() {
  const { t } = useTranslation('editor')
  const { editing, element, data, definitions } = useSubject()
  const chosen = chosenKind(element, data, definitions)
  const named = (automatic: boolean) =>
    definitions
      .filter(each => isAutomatic(each) === automatic && !isStandard(each))
      .map(each => ({ value: String(each.id), label: each.definition.name }))
  const known =
    chosen === PERSON || chosen === UNBOUND || definitions.some(d => String(d.id) === chosen)
  const groups = [
    {
      group: t('kind.people'),
      items: [{ value: PERSON, label: t('kind.person') }, ...named(false)],
    },
    {
      group: t('kind.automatic'),
      items: [
        ...named(true),
        ...(isDrawnAutomatic(element) && textAt(data, 'nodeDefinitionId') === ''
          ? [{ value: UNBOUND, label: t('kind.unbound') }]
          : []),
      ],
    },
  ].filter(group => group.items.length > 0)

  function choose(value: string | null) {
    if (value === null || value === chosen || value === UNBOUND) return
    const definition = definitions.find(each => String(each.id) === value)
    const type = definition && isAutomatic(definition) ? 'bpmn:ServiceTask' : 'bpmn:UserTask'
    editing.together(() => {
      const step = editing.become(element, type)
      editing.setData(step, step.businessObject, before => {
        const bound = withMember(before, 'nodeDefinitionId', definition ? value : undefined)
        const options = optionList(definition?.definition.optionsDefinition?.structure)
        return definition ? withDefaults(bound, options) : bound
      })
    })
  }

  return (
    <Select
      label={t('kind.label')}
      data={groups}
      value={known ? chosen : null}
      error={known || definitions.length === 0 ? undefined : t('kind.gone')}
      description={chosen === UNBOUND ? t('kind.unboundHint') : undefined}
      onChange={choose}
      searchable={definitions.length > 8}
    />
  )
}
