import { i18n } from '@/shared/i18n/i18n'

/** bpmn-js speaks English sentences; the ones that can be seen are translated, with its `{name}` arguments. */
function translate(template: string, replacements: Record<string, string> = {}): string {
  const words = i18n.getResource(i18n.language, 'diagram', 'words') as
    | Record<string, string>
    | undefined
  const text = words?.[template] ?? template
  return text.replace(/{([^}]+)}/g, (all, name: string) => replacements[name] ?? all)
}

export const translateModule = { translate: ['value', translate] }
