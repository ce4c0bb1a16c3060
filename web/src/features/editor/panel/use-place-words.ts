import { useTranslation } from 'react-i18next'
import { readData, textAt } from '@/shared/diagram/data'
import { everyOption, optionList, optionText } from '../graph/definitions'
import type { Spot } from '../graph/variable-spots'
import { useSubject } from './PanelContext'

/** The fields of the panel by the beginnings of their paths. */
const FIELDS = [
  ['outputs.userInputVariableName', 'answer.variable'],
  ['outputs.inputVariableNames', 'inputs.label'],
  ['instanceTitle', 'instanceTitle.label'],
  ['description', 'description.label'],
  ['due', 'description.due'],
  ['infoText', 'answer.infoText'],
  ['inputRegex', 'answer.pattern'],
  ['choices', 'answer.choices'],
  ['value1', 'decision.title'],
  ['value2', 'decision.title'],
  ['gamificationOptions', 'reward.title'],
] as const

/** What the field is called in which a place stands. */
export function usePlaceWords(): (spot: Spot) => string {
  const { t } = useTranslation('editor')
  const { definitions } = useSubject()

  function optionLabel({ element }: Spot, path: string): string | undefined {
    const id = textAt(readData(element.businessObject), 'nodeDefinitionId')
    const definition = definitions.find(each => String(each.id) === id)
    const option = everyOption(optionList(definition?.definition.optionsDefinition?.structure))
      .filter(each => optionText(each, 'keyString') !== '')
      .find(each => path.replace(/-\d+$/, '') === optionText(each, 'keyString'))
    return option && (optionText(option, 'label') || optionText(option, 'keyString'))
  }

  function setting(spot: Spot, path: string): string {
    const label = optionLabel(spot, path)
    if (label) return label
    const field = FIELDS.find(
      ([begin]) =>
        path === begin || (/^[.-]/.test(path.slice(begin.length)) && path.startsWith(begin)),
    )
    return field ? t(field[1]) : t('variables.setting', { path })
  }

  return spot => {
    switch (spot.where.in) {
      case 'name':
        return t(spot.element.source ? 'panel.flowName' : 'panel.name')
      case 'condition':
        return t(spot.where.repeats ? 'variables.repeats' : 'flow.condition')
      case 'data':
        return setting(spot, spot.where.path.join('.'))
    }
  }
}
