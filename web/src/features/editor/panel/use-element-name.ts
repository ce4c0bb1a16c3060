import { useTranslation } from 'react-i18next'
import { type Drawn, titleOf } from '@/shared/diagram/model'
import { isDrawnAutomatic, panelKind } from '../graph/kinds'

/** Names are broken into lines where they are drawn; elsewhere they are one. */
export function inOneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

export function nameOf(element: Drawn): string {
  return inOneLine(titleOf(element.businessObject))
}

/** What an element is, in words, and how it reads in a list. */
export function useElementName() {
  const { t } = useTranslation('editor')

  function kindOf(element: Drawn): string {
    if (element.type === 'bpmn:ParallelGateway') return t('outline.parallel')
    if (isDrawnAutomatic(element)) return t('outline.automatic')
    return t(`panel.${panelKind(element)}`)
  }

  function line(element: Drawn): string {
    const name = nameOf(element)
    return name ? t('outline.line', { kind: kindOf(element), name }) : kindOf(element)
  }

  return { kindOf, line }
}
