import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Ellipsis, Tags, UserMinus } from 'lucide-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { useFormat } from '@/shared/format/format'
import { useUser } from '@/shared/session/session'
import { useTeam } from '@/shared/team/team'
import { OnDemand } from '@/shared/ui/OnDemand'
import { Person } from '@/shared/ui/Person'
import { RoleTag } from '@/shared/ui/RoleTag'
import { toast } from '@/shared/ui/toast'
import { useRemoveMember } from '../api/members'
import classes from './MembersTab.module.css'

const ConfirmDialog = lazy(() =>
  import('@/shared/ui/ConfirmDialog').then(module => ({ default: module.ConfirmDialog })),
)
const MemberRolesDialog = lazy(() =>
  import('./MemberRolesDialog').then(module => ({ default: module.MemberRolesDialog })),
)

export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const user = useUser()
  const name = member.name || member.username
  const detail = [member.name ? member.username : null, member.email].filter(Boolean).join(' · ')
  const you = member.userId === user.id
  return (
    <tr>
      <td>
        <Person
          name={name}
          detail={detail}
          mark={you ? <span className={classes.you}>{t('members.you')}</span> : null}
        />
      </td>
      <td>
        <span className={classes.roles}>
          {member.roles.map(role => (
            <RoleTag key={role.id} role={role} />
          ))}
          {member.roles.length === 0 ? (
            <span className={classes.none}>{t('members.noRoles')}</span>
          ) : null}
        </span>
      </td>
      <td data-label={t('members.joined')}>{format.date(member.joinedAt)}</td>
      <td>
        <MemberMenu member={member} name={name} />
      </td>
    </tr>
  )
}

function MemberMenu({ member, name }: { member: Member; name: string }) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const user = useUser()
  const [editing, edit] = useDisclosure(false)
  const [removing, removal] = useDisclosure(false)
  const remove = useRemoveMember(team.id)
  const removable = member.userId !== user.id && (!member.owner || team.owner)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('members.actions', { name })}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Tags size={16} aria-hidden />} onClick={edit.open}>
            {t('members.editRoles')}
          </Menu.Item>
          {removable ? (
            <Menu.Item
              color="red"
              leftSection={<UserMinus size={16} aria-hidden />}
              onClick={removal.open}
            >
              {t('members.remove')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <OnDemand opened={editing}>
        {opened => <MemberRolesDialog member={member} opened={opened} onClose={edit.close} />}
      </OnDemand>
      <OnDemand opened={removing}>
        {opened => (
          <ConfirmDialog
            opened={opened}
            onClose={removal.close}
            title={t('members.removeTitle', { name })}
            confirmLabel={t('members.remove')}
            pending={remove.isPending}
            error={remove.error}
            onConfirm={() =>
              remove.mutate(member.userId, {
                onSuccess: () => toast(t('members.removed', { name })),
              })
            }
          >
            {t('members.removeText', { name })}
          </ConfirmDialog>
        )}
      </OnDemand>
    </>
  )
}
