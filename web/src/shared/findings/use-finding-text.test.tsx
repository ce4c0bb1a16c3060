import { renderHook } from '@testing-library/react'
import i18next from 'i18next'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Finding } from '@/shared/api/types'
import '@/test/render'
import de from '../i18n/locales/de/findings.json'
import { useFindingText } from './use-finding-text'

beforeAll(async () => {
  i18next.addResourceBundle('de', 'findings', de)
  await i18next.changeLanguage('de')
})

afterAll(async () => {
  await i18next.changeLanguage('en')
})

it.each([
  ['S-catch', { name: 'Warten', trigger: 'a message, a time' }, 'eine Nachricht, ein Zeitpunkt'],
  ['S-activity', { name: 'Alles', kind: 'ad-hoc sub-process' }, '(Ad-hoc-Teilprozess)'],
  ['N-script-rule', { name: 'Rechnen', kind: 'script' }, '(Skript)'],
  ['N-merge', { name: 'exclusive gateway' }, '„Entscheidung“'],
  ['N-merge', { name: 'a message' }, '„a message“'],
  [
    'bad-pattern',
    { name: 'Frage', reason: 'Its repetitions multiply to too many steps.' },
    'Wiederholungen',
  ],
  ['bad-url', { name: 'Ruf', reason: 'This is no URL.' }, 'This is no URL.'],
])('tells %s with %o in the words of the reader', (code, args: Record<string, string>, words) => {
  const { result } = renderHook(() => useFindingText())
  const finding: Finding = {
    severity: 'info',
    code,
    elementId: null,
    message: '',
    arguments: args,
    run: [],
  }
  expect(result.current(finding)).toContain(words)
})
