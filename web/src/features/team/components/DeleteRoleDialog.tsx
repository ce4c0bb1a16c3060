import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import type { Role } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { toast } from '@/shared/ui/toast'
import { useDeleteRole } from '../api/roles'
import { mayGive } from '../may-give'

type DeleteRoleDialogProps = { opened: boolean; onClose: () => void; role: Role; roles: Role[] }

/** A role in use needs one that takes its place: asked for as soon as the server says so. */
export function DeleteRoleDialog({ opened, onClose, role, roles }: DeleteRoleDialogProps) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const remove = useDeleteRole(team.id, role.id)
  const [replaceBy, setReplaceBy] = useState<string | null>(null)
  const inUse = hasCode(remove.error, 'role-in-use')
  const others = roles.filter(other => other.id !== role.id && mayGive(team, other))
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('roles.delete', { name: role.name })}
      confirmLabel={t('roles.deleteSubmit')}
      pending={remove.isPending}
      error={inUse ? undefined : remove.error}
      onConfirm={() =>
        remove.mutate(replaceBy === null ? undefined : Number(replaceBy), {
          onSuccess: () => toast(t('roles.deleted', { name: role.name })),
        })
      }
    >
      <Stack gap="md">
        <span>{inUse ? t('roles.inUse') : t('roles.deleteText')}</span>
        {inUse ? (
          <Select
            label={t('roles.replaceBy')}
            data={others.map(other => ({ value: String(other.id), label: other.name }))}
            value={replaceBy}
            onChange={setReplaceBy}
            data-autofocus
          />
        ) : null}
      </Stack>
    </ConfirmDialog>
  )
}
