import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Role } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { Loaded } from '@/shared/ui/Loaded'
import { RoleTag } from '@/shared/ui/RoleTag'
import { ErrorNote } from '@/shared/ui/States'
import { toastProblem, toastUndo } from '@/shared/ui/toast'
import { useSetMemberRoles } from '../api/members'
import { rolesQuery } from '../api/roles'
import { mayGive } from '../may-give'

type MemberRolesDialogProps = { member: Member; opened: boolean; onClose: () => void }

export function MemberRolesDialog({ member, opened, onClose }: MemberRolesDialogProps) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const roles = useQuery({ ...rolesQuery(team.id), enabled: opened })
  const name = member.name || member.username
  return (
    <Dialog opened={opened} onClose={onClose} title={t('members.editRolesOf', { name })}>
      <Loaded query={roles}>
        {items => <RolesForm member={member} name={name} roles={items} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

type RolesFormProps = { member: Member; name: string; roles: Role[]; onClose: () => void }

function RolesForm({ member, name, roles, onClose }: RolesFormProps) {
  const { t } = useTranslation(['team', 'common'])
  const team = useTeam()
  const save = useSetMemberRoles(team.id)
  const before = member.roles.map(role => role.id)
  const [chosen, setChosen] = useState<number[]>(before)

  const takeBack = () => {
    save.mutateAsync({ userId: member.userId, roleIds: before }).catch(toastProblem)
  }
  const submit = () =>
    save.mutate(
      { userId: member.userId, roleIds: chosen },
      {
        onSuccess: () => {
          onClose()
          toastUndo(t('members.rolesSaved', { name }), takeBack)
        },
      },
    )

  return (
    <Stack gap="md">
      <Checkbox.Group
        value={chosen.map(String)}
        onChange={values => setChosen(values.map(Number))}
        aria-label={t('members.roles')}
      >
        <Stack gap="xs">
          {roles.map(role => (
            <Checkbox
              key={role.id}
              value={String(role.id)}
              disabled={!mayGive(team, role)}
              label={<RoleTag role={role} plain />}
              description={role.owner ? t('role.ownerHint') : undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {save.error ? <ErrorNote error={save.error} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel', { ns: 'common' })}
        </Button>
        <Button onClick={submit} loading={save.isPending}>
          {t('members.saveRoles')}
        </Button>
      </Group>
    </Stack>
  )
}
