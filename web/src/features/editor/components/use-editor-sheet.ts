import { useTranslation } from 'react-i18next'
import { modifierKey } from '@/shared/ui/modifier-key'
import { usePageKeys } from '@/shared/ui/page-keys'

/** The keys of the editor, as the sheet of shortcuts lists them. */
export function useEditorSheet(): void {
  const { t } = useTranslation('editor')
  usePageKeys({
    title: t('keys.title'),
    rows: [
      { what: t('keys.next'), keys: ['A'] },
      { what: t('keys.connect'), keys: ['C'] },
      { what: t('keys.rename'), keys: ['E'] },
      { what: t('keys.remove'), keys: ['Del'] },
      { what: t('keys.along'), keys: ['Tab'] },
      { what: t('keys.branches'), keys: ['Alt', '↓'] },
      { what: t('keys.outline'), keys: ['F6'] },
      { what: t('keys.find'), keys: [modifierKey, 'F'] },
      { what: t('tool.tidy'), keys: ['L'] },
      { what: t('keys.all'), keys: [modifierKey, 'A'] },
      { what: t('keys.copy'), keys: [modifierKey, 'C'] },
      { what: t('keys.cut'), keys: [modifierKey, 'X'] },
      { what: t('keys.paste'), keys: [modifierKey, 'V'] },
      { what: t('keys.duplicate'), keys: [modifierKey, 'D'] },
      { what: t('tool.undo'), keys: [modifierKey, 'Z'] },
      { what: t('tool.redo'), keys: [modifierKey, '⇧', 'Z'] },
      { what: t('tool.simulate'), keys: [modifierKey, '↵'] },
      { what: t('keys.save'), keys: [modifierKey, 'S'] },
      { what: t('view.larger'), keys: ['+'] },
      { what: t('view.smaller'), keys: ['-'] },
      { what: t('tool.fit'), keys: ['0'] },
      { what: t('keys.hand'), keys: ['H'] },
    ],
  })
}
