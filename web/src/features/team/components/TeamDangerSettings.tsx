import { Button, Group, Select, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/keys'
import { useUser } from '@/shared/session/session'
import { useTeam } from '@/shared/team/team'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Setting } from '@/shared/ui/Section'
import { toast, toastProblem, toastUndo } from '@/shared/ui/toast'
import { membersQuery } from '../api/members'
import { useDeleteTeam, useLeaveTeam, useRestoreTeam, useTransferOwnership } from '../api/teams'

/** Leaves the team's pages first, then forgets what was read of it. */
function useGoHomeWithout() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return async (teamId: number) => {
    await navigate({ to: '/dashboard', search: {} })
    client.removeQueries({ queryKey: keys.team(teamId) })
  }
}

export function LeaveSetting() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const goHomeWithout = useGoHomeWithout()
  const leave = useLeaveTeam(team.id)
  const [opened, { open, close }] = useDisclosure(false)
  const onSuccess = () => {
    toast(t('settings.left', { team: team.name }))
    void goHomeWithout(team.id)
  }
  return (
    <Setting title={t('settings.leave')} description={t('settings.leaveText')}>
      <Button variant="outline" color="red" onClick={open}>
        {t('settings.leave')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('settings.leave')}
        confirmLabel={t('settings.leave')}
        pending={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate(undefined, { onSuccess })}
      >
        {t('settings.leaveText')}
      </ConfirmDialog>
    </Setting>
  )
}

export function TransferSetting() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const user = useUser()
  const { data: members } = useQuery(membersQuery(team.id))
  const transfer = useTransferOwnership(team.id)
  const [userId, setUserId] = useState<string | null>(null)
  const [opened, { open, close }] = useDisclosure(false)
  const others = (members ?? []).filter(member => member.userId !== user.id)
  const chosen = others.find(member => member.userId === userId)
  const onSuccess = () => {
    close()
    setUserId(null)
    if (chosen) toast(t('settings.transferred', { name: chosen.username }))
  }
  return (
    <Setting title={t('settings.transfer')} description={t('settings.transferText')}>
      {others.length === 0 ? (
        t('settings.transferNobody')
      ) : (
        <Group align="flex-end" gap="xs">
          <Select
            label={t('settings.transferTo')}
            data={others.map(member => ({ value: member.userId, label: member.username }))}
            value={userId}
            onChange={setUserId}
            searchable
            w={220}
          />
          <Button variant="outline" color="red" disabled={!chosen} onClick={open}>
            {t('settings.transferSubmit')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={opened && chosen !== undefined}
        onClose={close}
        title={t('settings.transfer')}
        confirmLabel={t('settings.transferSubmit')}
        pending={transfer.isPending}
        error={transfer.error}
        onConfirm={() => chosen && transfer.mutate(chosen.userId, { onSuccess })}
      >
        <Stack gap={4}>
          <strong>{chosen?.username}</strong>
          {t('settings.transferText')}
        </Stack>
      </ConfirmDialog>
    </Setting>
  )
}

export function DeleteTeamSetting() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const goHomeWithout = useGoHomeWithout()
  const remove = useDeleteTeam(team)
  const restore = useRestoreTeam()
  const [opened, { open, close }] = useDisclosure(false)
  const takeBack = () => {
    restore.mutateAsync(team.id).catch(toastProblem)
  }
  const onSuccess = () => {
    void goHomeWithout(team.id)
    toastUndo(t('settings.deleted', { team: team.name }), takeBack)
  }
  return (
    <Setting title={t('settings.delete')} description={t('settings.deleteText')}>
      <Button variant="outline" color="red" onClick={open}>
        {t('settings.deleteSubmit')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('settings.delete')}
        confirmLabel={t('settings.deleteSubmit')}
        typeName={team.name}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(undefined, { onSuccess })}
      >
        {t('settings.deleteText')}
      </ConfirmDialog>
    </Setting>
  )
}
