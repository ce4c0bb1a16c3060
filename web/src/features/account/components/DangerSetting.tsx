import { Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { useFormat } from '@/shared/format/format'
import { useUser } from '@/shared/session/session'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Setting } from '@/shared/ui/Section'
import { useDeleteAccount } from '../api/account'

/** The server names the teams that stand in the way. */
function ownedTeams(error: unknown): string[] {
  if (!hasCode(error, 'owns-teams') || !Array.isArray(error.extra.teams)) return []
  return error.extra.teams.filter(team => typeof team === 'string')
}

export function DangerSetting() {
  const { t } = useTranslation('account')
  const user = useUser()
  const remove = useDeleteAccount()
  const format = useFormat()
  const owned = ownedTeams(remove.error)
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Setting title={t('settings.danger')} description={t('settings.dangerText')}>
      <Button variant="outline" color="red" onClick={open}>
        {t('settings.deleteAccount')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('settings.deleteAccount')}
        confirmLabel={t('settings.deleteAccount')}
        typeName={user.username}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <Stack gap="xs">
          <span>{t('settings.dangerText')}</span>
          {owned.length > 0 ? (
            <span>{t('settings.ownedTeams', { teams: format.list(owned) })}</span>
          ) : null}
        </Stack>
      </ConfirmDialog>
    </Setting>
  )
}
