import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '@/shared/api/types'

/** Arguments that are words of the product, not of the drawing. */
const WORDS: ReadonlySet<string> = new Set(['reason', 'effect', 'end', 'direction', 'option'])

/** Names from the drawing; what is drawn without one is called by its kind. */
const NAMES: ReadonlySet<string> = new Set(['name', 'other', 'join', 'event', 'from', 'to'])

type Words = { t: (key: never) => string; exists: (key: string) => boolean }

function translated({ t, exists }: Words, section: 'word' | 'kind', value: string): string {
  // A full stop divides the keys of messages; no word has another than the one at its end.
  const key = `${section}.${value.replace(/\.$/, '')}`
  return exists(key) ? t(key as never) : value
}

/** The value of an argument in the reader's language, as far as it is a word of the product. */
function argument(words: Words, name: string, value: string): string {
  if (NAMES.has(name)) return translated(words, 'kind', value)
  if (name === 'kind') return translated(words, 'kind', translated(words, 'word', value))
  if (name === 'trigger') {
    const triggers = value.split(', ')
    return triggers.map(trigger => translated(words, 'word', trigger)).join(', ')
  }
  return WORDS.has(name) ? translated(words, 'word', value) : value
}

/** A finding in the reader's language; the server's sentence where a code has no words of its own yet. */
export function useFindingText(): (finding: Finding) => string {
  const { t, i18n } = useTranslation('findings')
  return useCallback(
    (finding: Finding) => {
      const words = { t, exists: (key: string) => i18n.exists(key, { ns: 'findings' }) }
      const code = `code.${finding.code}`
      if (!words.exists(code)) return finding.message
      const told = Object.entries(finding.arguments).map(([name, value]) => [
        name,
        argument(words, name, value),
      ])
      return String(t(code as never, Object.fromEntries(told)))
    },
    [t, i18n],
  )
}
