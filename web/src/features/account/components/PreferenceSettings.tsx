import { SegmentedControl, Select, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '@/shared/i18n/languages'
import { useUser } from '@/shared/session/session'
import { Setting } from '@/shared/ui/Section'
import { ErrorNote } from '@/shared/ui/States'
import { useSingleKeys } from '@/shared/ui/single-keys'
import { useUpdateMe } from '../api/account'

export function LanguageSetting() {
  const { t, i18n } = useTranslation('account')
  const update = useUpdateMe()
  return (
    <Setting title={t('settings.language')} description={t('settings.languageText')}>
      <Stack gap="xs">
        <Select
          aria-label={t('settings.language')}
          w={220}
          data={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={i18n.language}
          onChange={language => {
            if (isLanguage(language)) update.mutate({ language })
          }}
        />
        {update.error ? <ErrorNote error={update.error} /> : null}
      </Stack>
    </Setting>
  )
}

type Appearance = 'light' | 'dark' | 'system'

function appearanceOf(isDark: boolean | null): Appearance {
  if (isDark === null) return 'system'
  return isDark ? 'dark' : 'light'
}

export function AppearanceSetting() {
  const { t } = useTranslation(['account', 'common'])
  const user = useUser()
  const update = useUpdateMe()
  const choose = (value: string) => {
    update.mutate({ isDarkModeEnabled: value === 'system' ? null : value === 'dark' })
  }
  return (
    <Setting title={t('settings.appearance')} description={t('settings.appearanceText')}>
      <Stack gap="xs" align="flex-start">
        <SegmentedControl
          aria-label={t('settings.appearance')}
          value={appearanceOf(user.isDarkModeEnabled)}
          onChange={choose}
          data={[
            { value: 'light', label: t('theme.light', { ns: 'common' }) },
            { value: 'dark', label: t('theme.dark', { ns: 'common' }) },
            { value: 'system', label: t('theme.system', { ns: 'common' }) },
          ]}
        />
        {update.error ? <ErrorNote error={update.error} /> : null}
      </Stack>
    </Setting>
  )
}

export function KeyboardSetting() {
  const { t } = useTranslation(['account', 'common'])
  const [singleKeys, setSingleKeys] = useSingleKeys()
  return (
    <Setting title={t('settings.keys')} description={t('settings.keysText')}>
      <Switch
        label={t('keys.single', { ns: 'common' })}
        description={t('keys.singleHint', { ns: 'common' })}
        checked={singleKeys}
        onChange={event => setSingleKeys(event.currentTarget.checked)}
      />
    </Setting>
  )
}
