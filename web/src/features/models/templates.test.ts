import { expect, it } from 'vitest'
import { BPMN } from '@/shared/diagram/places'
import de from '@/shared/i18n/locales/de/models.json'
import en from '@/shared/i18n/locales/en/models.json'
import sr from '@/shared/i18n/locales/sr/models.json'
import { TEMPLATES, templateXml } from './templates'

const LANGUAGES = { de, en, sr }

it.each(
  TEMPLATES.flatMap(template =>
    (['de', 'en', 'sr'] as const).map(language => [template, language] as const),
  ),
)('the template %s is whole in %s', (template, language) => {
  const words = LANGUAGES[language].template
  const xml = templateXml(template, 'Mine & <yours>', word => words[word])
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  const ids = new Set([...document.querySelectorAll('[id]')].map(each => each.id))
  for (const flow of document.getElementsByTagNameNS(BPMN, 'sequenceFlow')) {
    expect(ids).toContain(flow.getAttribute('sourceRef'))
    expect(ids).toContain(flow.getAttribute('targetRef'))
  }
  for (const gateway of document.querySelectorAll('[default]')) {
    expect(ids).toContain(gateway.getAttribute('default'))
  }
  expect(document.querySelector('process')?.getAttribute('name')).toBe('Mine & <yours>')
})
