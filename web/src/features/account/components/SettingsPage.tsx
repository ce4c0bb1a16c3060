import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { DangerSetting } from './DangerSetting'
import { PasswordSetting } from './PasswordSetting'
import { AppearanceSetting, KeyboardSetting, LanguageSetting } from './PreferenceSettings'
import { ProfileSetting } from './ProfileSetting'
import { SessionsSetting } from './SessionsSetting'

/** The person's own settings; what can not be undone comes last. */
export function SettingsPage() {
  const { t } = useTranslation('account')
  return (
    <Page width="narrow">
      <PageHeader title={t('settings.title')} />
      <div>
        <ProfileSetting />
        <LanguageSetting />
        <AppearanceSetting />
        <KeyboardSetting />
        <PasswordSetting />
        <SessionsSetting />
        <DangerSetting />
      </div>
    </Page>
  )
}
