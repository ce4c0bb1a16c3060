import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { switchLanguage } from '@/shared/i18n/i18n'
import { useSession } from '@/shared/session/session'
import { toastError } from '@/shared/ui/toast'

/** The account's language and appearance win over the browser's as soon as somebody is signed in. */
export function AccountPreferences() {
  const user = useSession()
  const { setColorScheme } = useMantineColorScheme()
  const language = user?.language
  const dark = user?.isDarkModeEnabled

  useEffect(() => {
    if (language) switchLanguage(language).catch((error: unknown) => toastError(String(error)))
  }, [language])

  useEffect(() => {
    if (dark === undefined) return
    if (dark === null) setColorScheme('auto')
    else setColorScheme(dark ? 'dark' : 'light')
  }, [dark, setColorScheme])

  return null
}
