import { useTranslation } from 'react-i18next'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { conditionText } from '../canvas/editing'
import { isDrawnAutomatic, panelKind } from '../graph/kinds'
import type { OutlineEntry } from '../graph/outline'

/** How a line of the outline reads. */
export function useEntryName(): (entry: OutlineEntry) => string {
  const { t } = useTranslation('editor')

  function kindOf(node: Drawn): string {
    if (node.type === 'bpmn:ParallelGateway') return t('outline.block.parallel')
    if (isDrawnAutomatic(node)) return t('outline.block.automatic')
    return t(`panel.${panelKind(node)}`)
  }

  function called(node: Drawn | undefined): string {
    const name = node?.businessObject.name?.replace(/\s+/g, ' ').trim()
    return name || (node ? kindOf(node) : t('outline.unnamed'))
  }

  function branch(flow: Drawn): string {
    const text = flow.businessObject.name?.trim() || conditionText(flow)
    if (text) return t('outline.branch', { name: text })
    const standard = flow.source?.businessObject.get('default') as Moddle | undefined
    if (standard === flow.businessObject) return t('outline.default')
    return t('outline.branchTo', { name: called(flow.target) })
  }

  return ({ kind, element, back }) => {
    if (kind === 'branch') return branch(element)
    if (kind === 'goto') {
      return t(back ? 'outline.back' : 'outline.goto', { name: called(element.target) })
    }
    const name = element.businessObject.name?.replace(/\s+/g, ' ').trim()
    return name ? t('outline.line', { kind: kindOf(element), name }) : kindOf(element)
  }
}
