import { Button, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { ErrorNote } from '@/shared/ui/States'
import { type ImportedModel, useGiveToRole } from '../api/models'
import classes from './ImportDialog.module.css'

type NobodysStepsProps = {
  /** Those with steps that nobody does yet. */
  models: ImportedModel[]
  steps: number
  onGiven: () => void
}

/** Steps outside of every lane belong to nobody: one role for all of them, until the editor says otherwise. */
export function NobodysSteps({ models, steps, onGiven }: NobodysStepsProps) {
  const { t } = useTranslation('models')
  const { data: roles = [] } = useQuery(rolesQuery(useTeam().id))
  const [role, setRole] = useState<string | null>(null)
  const give = useGiveToRole()
  return (
    <section className={classes.roles}>
      <h3>{t('nobody.title', { count: steps })}</h3>
      <p>{t('nobody.text')}</p>
      {give.error ? <ErrorNote error={give.error} /> : null}
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          label={t('nobody.role')}
          data={roles.map(each => ({ value: String(each.id), label: each.name }))}
          value={role}
          onChange={setRole}
        />
        <Button
          size="xs"
          disabled={role === null}
          loading={give.isPending}
          onClick={() => give.mutate({ models, roleId: Number(role) }, { onSuccess: onGiven })}
        >
          {t('nobody.submit', { count: steps })}
        </Button>
      </Group>
    </section>
  )
}
