import type { Language } from '@/shared/api/types'

export const LANGUAGES: readonly Language[] = ['de', 'en', 'sr']

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  de: 'Deutsch',
  en: 'English',
  sr: 'Srpski',
}

const STORAGE_KEY = 'processflow.language'

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(language => language === value)
}

/** What was chosen on this device before, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const stored = window.localStorage.getItem(STORAGE_KEY)
  if (isLanguage(stored)) return stored
  for (const wanted of navigator.languages) {
    const primary = wanted.toLowerCase().split('-')[0]
    if (isLanguage(primary)) return primary
    if (primary === 'hr' || primary === 'bs' || primary === 'cnr') return 'sr'
  }
  return 'en'
}

export function rememberLanguage(language: Language): void {
  window.localStorage.setItem(STORAGE_KEY, language)
}

/** The document's language tag: Serbian is written in Latin script here. */
export function languageTag(language: Language): string {
  return language === 'sr' ? 'sr-Latn' : language
}

/** The reader's locale: the browser's region where it speaks the language chosen here. */
export function localeOf(language: Language): string {
  if (language === 'sr') return 'sr-Latn-RS'
  const regional = navigator.languages.find(tag => tag.toLowerCase().startsWith(`${language}-`))
  return regional ?? (language === 'en' ? 'en-GB' : language)
}
