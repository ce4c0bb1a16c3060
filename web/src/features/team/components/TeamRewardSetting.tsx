import { Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTeam } from '@/shared/team/team'
import { Setting } from '@/shared/ui/Section'
import { toast, toastProblem } from '@/shared/ui/toast'
import { type TeamChange, useChangeTeam } from '../api/teams'

/** What the team pays; a switch is saved when it is moved. */
export function TeamRewardSetting() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const change = useChangeTeam(team.id)
  const save = (wanted: TeamChange) =>
    change.mutate(wanted, {
      onSuccess: () => toast(t('settings.saved')),
      onError: toastProblem,
    })
  return (
    <Setting title={t('settings.rewards')} description={t('settings.rewardsText')}>
      <Stack gap="md">
        <Switch
          label={t('settings.selfStart')}
          description={t('settings.selfStartText')}
          checked={team.selfStart}
          disabled={change.isPending}
          onChange={event => save({ selfStart: event.currentTarget.checked })}
        />
        <Switch
          label={t('settings.loopDamping')}
          description={t('settings.loopDampingText')}
          checked={team.loopDamping}
          disabled={change.isPending}
          onChange={event => save({ loopDamping: event.currentTarget.checked })}
        />
      </Stack>
    </Setting>
  )
}
