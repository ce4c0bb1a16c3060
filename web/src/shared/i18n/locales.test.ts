import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages'

type Tree = { [key: string]: string | Tree }

const files = import.meta.glob<{ default: Tree }>('./locales/*/*.json', { eager: true })
const PLURAL = /_(zero|one|two|few|many|other)$/

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  )
}

function messages(language: string): Map<string, [string, string][]> {
  const found = new Map<string, [string, string][]>()
  for (const [path, module] of Object.entries(files)) {
    const [, folder, file] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (folder === language && file) found.set(file, leaves(module.default))
  }
  return found
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^}\s,]+)/g)].map(match => match[1] ?? '').sort()
}

const english = messages('en')
const namespaces = [...english.keys()].sort()

describe('the messages', () => {
  it('exist in every language for every namespace', () => {
    expect(namespaces.length).toBeGreaterThan(5)
    for (const language of LANGUAGES) {
      expect([...messages(language).keys()].sort(), language).toEqual(namespaces)
    }
  })

  describe.each(LANGUAGES)('in %s', language => {
    it.each(namespaces)('have the same keys in %s', namespace => {
      const bare = (entries: [string, string][] | undefined) =>
        [...new Set((entries ?? []).map(([key]) => key.replace(PLURAL, '')))].sort()
      expect(bare(messages(language).get(namespace))).toEqual(bare(english.get(namespace)))
    })

    it.each(namespaces)('have no empty text in %s', namespace => {
      const empty = (messages(language).get(namespace) ?? []).filter(([, text]) => !text.trim())
      expect(empty).toEqual([])
    })

    it.each(namespaces)('have every plural form that the language needs in %s', namespace => {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const keys = (messages(language).get(namespace) ?? []).map(([key]) => key)
      const counted = new Set(
        keys.filter(key => PLURAL.test(key)).map(key => key.replace(PLURAL, '')),
      )
      const missing = [...counted].flatMap(key =>
        needed.map(form => `${key}_${form}`).filter(full => !keys.includes(full)),
      )
      expect(missing).toEqual([])
    })

    it.each(namespaces)('use the same placeholders in %s', namespace => {
      const theirs = new Map(english.get(namespace))
      const wrong = (messages(language).get(namespace) ?? []).filter(([key, text]) => {
        const original = theirs.get(key) ?? theirs.get(key.replace(PLURAL, '_other')) ?? ''
        // "One task" may leave the number away.
        if (PLURAL.test(key)) return false
        return placeholders(text).join() !== placeholders(original).join()
      })
      expect(wrong).toEqual([])
    })
  })
})
