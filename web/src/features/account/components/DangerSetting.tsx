import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useUser } from '@/shared/session/session'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Setting } from '@/shared/ui/Section'
import { useDeleteAccount } from '../api/account'

export function DangerSetting() {
  const { t } = useTranslation('account')
  const user = useUser()
  const remove = useDeleteAccount()
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
        {t('settings.dangerText')}
      </ConfirmDialog>
    </Setting>
  )
}
