import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/shared/session/session'
import { rolesQuery } from '@/shared/team/roles'
import { useCanUse, useTeam } from '@/shared/team/team'
import { RoleTag } from '@/shared/ui/RoleTag'
import { ErrorNote } from '@/shared/ui/States'
import { toast } from '@/shared/ui/toast'
import { useCreateRoles, useTakeRoles } from '../api/models'
import { colorsFor } from '../role-colors'
import classes from './ImportDialog.module.css'

type ProposedRolesProps = { names: string[]; onMade: () => void }

/** The roles a file speaks of and the team does not have; made with one press by who may. */
export function ProposedRoles({ names, onMade }: ProposedRolesProps) {
  const { t } = useTranslation('models')
  const team = useTeam()
  const mayCreate = useCanUse('Team') || team.owner
  const { data: existing } = useQuery(rolesQuery(team.id))
  const user = useSession()
  const create = useCreateRoles(team.id)
  const take = useTakeRoles(team.id)
  const [mine, setMine] = useState(true)
  const missing = names.filter(
    name => !existing?.some(role => role.name.toLowerCase() === name.toLowerCase()),
  )
  const colors = colorsFor(missing, existing?.map(role => role.color) ?? [])
  const roles = missing.map((name, index) => ({ name, color: colors[index] ?? '#475569' }))
  if (existing && missing.length === 0) return null

  function submit() {
    create.mutate(roles, {
      onSuccess: created => {
        toast(t('roles.done', { count: roles.length }))
        if (mine && user) take.mutate({ userId: user.id, roles: created })
        onMade()
      },
    })
  }

  return (
    <section className={classes.roles}>
      <h3>{t('roles.title', { count: missing.length })}</h3>
      <p>{mayCreate ? t('roles.text') : t('roles.ask')}</p>
      <div className={classes.tags}>
        {roles.map((role, index) => (
          <RoleTag key={role.name} role={{ id: -index, ...role }} />
        ))}
      </div>
      {create.error ? <ErrorNote error={create.error} /> : null}
      {mayCreate ? (
        <>
          <Checkbox
            size="xs"
            label={t('roles.mine', { count: missing.length })}
            checked={mine}
            onChange={event => setMine(event.currentTarget.checked)}
          />
          <div>
            <Button size="xs" disabled={!existing} loading={create.isPending} onClick={submit}>
              {t('roles.submit', { count: roles.length })}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}
