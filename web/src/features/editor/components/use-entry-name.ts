import { useTranslation } from 'react-i18next'
import { readData, textAt } from '@/shared/diagram/data'
import { type Drawn, type Moddle, titleOf } from '@/shared/diagram/model'
import { conditionText } from '../canvas/editing'
import { challengeOf } from '../graph/challenge'
import type { OutlineEntry } from '../graph/outline'
import { nameOf, useElementName } from '../panel/use-element-name'

/** How a line of the outline reads. */
export function useEntryName(challenges: readonly Drawn[]): (entry: OutlineEntry) => string {
  const { t } = useTranslation('editor')
  const { kindOf, line } = useElementName()

  function called(node: Drawn | undefined): string {
    return (node && (nameOf(node) || kindOf(node))) ?? t('outline.unnamed')
  }

  function branch(flow: Drawn): string {
    const name = flow.businessObject.name?.trim() || called(flow.target)
    const standard = flow.source?.businessObject.get('default') as Moddle | undefined
    if (standard === flow.businessObject) return t('outline.otherwise', { name })
    const condition = comparisonText(flow) || conditionText(flow)
    return condition ? t('outline.when', { condition, name }) : t('outline.branch', { name })
  }

  return ({ kind, element, back }) => {
    if (kind === 'branch') return branch(element)
    if (kind === 'goto') {
      return t(back ? 'outline.back' : 'outline.goto', { name: called(element.target) })
    }
    const challenge = challengeOf(element, challenges)
    if (!challenge) return line(element)
    return t('outline.timed', {
      line: line(element),
      challenge: titleOf(challenge.businessObject),
    })
  }
}

/** What the gateway compares, for its way when that is true. */
function comparisonText(flow: Drawn): string {
  if (!flow.source?.businessObject.get('default')) return ''
  const data = readData(flow.source.businessObject)
  const parts = ['value1', 'comparison', 'value2'].map(name => textAt(data, name))
  return parts.every(part => part !== '') ? parts.join(' ') : ''
}
