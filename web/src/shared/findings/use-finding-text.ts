import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '@/shared/api/types'

/** Arguments that are words of the product, not of the drawing. */
const WORDS: ReadonlySet<string> = new Set([
  'kind',
  'trigger',
  'reason',
  'effect',
  'end',
  'direction',
  'option',
])

/** A finding in the reader's language; the server's sentence where a code has no words of its own yet. */
export function useFindingText(): (finding: Finding) => string {
  const { t, i18n } = useTranslation('findings')
  return useCallback(
    (finding: Finding) => {
      const code = `code.${finding.code}`
      if (!i18n.exists(code, { ns: 'findings' })) return finding.message
      const words = Object.entries(finding.arguments).map(([name, value]) => {
        if (!WORDS.has(name)) return [name, value]
        const word = `word.${value}`
        return [name, i18n.exists(word, { ns: 'findings' }) ? t(word as never) : value]
      })
      return String(t(code as never, Object.fromEntries(words)))
    },
    [t, i18n],
  )
}
