import i18next, { type BackendModule, type ReadCallback, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@/shared/api/types'
import { isLanguage, languageTag, preferredLanguage, rememberLanguage } from './languages'

type Messages = { default: ResourceKey }

const files = import.meta.glob<Messages>('./locales/*/*.json')

async function readMessages(language: string, namespace: string): Promise<Messages['default']> {
  const load = files[`./locales/${language}/${namespace}.json`]
  if (!load) throw new Error(`No messages for ${language}/${namespace}`)
  return (await load()).default
}

/** Each namespace of the language in use is fetched when the first page asks for it. */
const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, done: ReadCallback) => {
    readMessages(language, namespace).then(
      messages => done(null, messages),
      (error: unknown) => done(error instanceof Error ? error : String(error), false),
    )
  },
}

export const i18n = i18next

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', language => {
    if (isLanguage(language)) document.documentElement.lang = languageTag(language)
  })
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnEmptyString: false,
    })
}

export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language)
  if (i18next.language !== language) await i18next.changeLanguage(language)
}
