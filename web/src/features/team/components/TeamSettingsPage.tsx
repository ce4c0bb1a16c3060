import { useTranslation } from 'react-i18next'
import { useCanUse, useTeam } from '@/shared/team/team'
import { Page, PageHeader } from '@/shared/ui/Page'
import { DeleteTeamSetting, LeaveSetting, TransferSetting } from './TeamDangerSettings'
import { TeamIdentitySetting } from './TeamIdentitySetting'
import { TeamRewardSetting } from './TeamRewardSetting'

export function TeamSettingsPage() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const changeable = useCanUse('Team')
  return (
    <Page width="narrow">
      <PageHeader
        title={t('settings.title')}
        description={changeable ? undefined : t('settings.onlyLeave')}
      />
      <div>
        {changeable ? <TeamIdentitySetting key={team.id} /> : null}
        {changeable ? <TeamRewardSetting /> : null}
        {team.owner ? <TransferSetting /> : <LeaveSetting />}
        {team.owner ? <DeleteTeamSetting /> : null}
      </div>
    </Page>
  )
}
