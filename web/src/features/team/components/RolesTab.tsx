import { ActionIcon, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Role } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Loaded } from '@/shared/ui/Loaded'
import { RoleTag } from '@/shared/ui/RoleTag'
import { CardGridSkeleton } from '@/shared/ui/States'
import { rolesQuery } from '../api/roles'
import { mayGive } from '../may-give'
import { DeleteRoleDialog } from './DeleteRoleDialog'
import { RoleDialog } from './RoleDialog'
import classes from './RolesTab.module.css'

export function RolesTab() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const roles = useQuery(rolesQuery(team.id))
  const [creating, create] = useDisclosure(false)
  return (
    <>
      <div className={classes.head}>
        <p className={classes.text}>{t('roles.text')}</p>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={create.open}
        >
          {t('roles.new')}
        </Button>
      </div>
      <Loaded query={roles} skeleton={<CardGridSkeleton />}>
        {items => (
          <ul className={classes.grid}>
            {items.map(role => (
              <RoleCard key={role.id} role={role} roles={items} />
            ))}
          </ul>
        )}
      </Loaded>
      <RoleDialog opened={creating} onClose={create.close} />
    </>
  )
}

function RoleCard({ role, roles }: { role: Role; roles: Role[] }) {
  const { t } = useTranslation(['team', 'common'])
  const team = useTeam()
  const changeable = !role.owner && mayGive(team, role)
  return (
    <li className={classes.role}>
      <div className={classes.title}>
        <RoleTag role={role} plain />
        {changeable ? <RoleActions role={role} roles={roles} /> : null}
      </div>
      <div className={classes.pages}>
        {role.allowedPages.map(page => (
          <span key={page} className={classes.page}>
            {t(`page.${page}`, { ns: 'common' })}
          </span>
        ))}
        {role.allowedPages.length === 0 ? (
          <span className={classes.members}>{t('role.noPages')}</span>
        ) : null}
      </div>
      <span className={classes.members}>{t('members.count', { count: role.memberCount })}</span>
    </li>
  )
}

function RoleActions({ role, roles }: { role: Role; roles: Role[] }) {
  const { t } = useTranslation('team')
  const [editing, edit] = useDisclosure(false)
  const [deleting, removal] = useDisclosure(false)
  return (
    <>
      <ActionIcon
        variant="subtle"
        aria-label={t('roles.edit', { name: role.name })}
        onClick={edit.open}
      >
        <Pencil size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('roles.delete', { name: role.name })}
        onClick={removal.open}
      >
        <Trash2 size={15} aria-hidden />
      </ActionIcon>
      <RoleDialog opened={editing} onClose={edit.close} role={role} />
      <DeleteRoleDialog opened={deleting} onClose={removal.close} role={role} roles={roles} />
    </>
  )
}
