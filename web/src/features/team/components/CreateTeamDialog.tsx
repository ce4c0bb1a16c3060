import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Team } from '@/shared/api/types'
import { DEFAULT_SCHEME } from '@/shared/theme/schemes'
import { Dialog } from '@/shared/ui/Dialog'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { useCreateTeam } from '../api/teams'
import { SchemePicker } from './SchemePicker'
import { LONGEST_TEAM_NAME, useTeamForm } from './use-team-form'

type CreateTeamDialogProps = {
  opened: boolean
  onClose: () => void
  onCreated: (team: Team) => void
}

export function CreateTeamDialog({ opened, onClose, onCreated }: CreateTeamDialogProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('create.title')}>
      <CreateTeamForm onClose={onClose} onCreated={onCreated} />
    </Dialog>
  )
}

function CreateTeamForm({ onClose, onCreated }: Omit<CreateTeamDialogProps, 'opened'>) {
  const { t } = useTranslation(['team', 'common'])
  const create = useCreateTeam()
  const { from, to } = DEFAULT_SCHEME
  const told = useFieldErrors()
  const form = useTeamForm({ name: '', colorScheme: { from, to } })
  const submit = form.onSubmit(values => {
    create.mutate(
      { ...values, name: values.name.trim() },
      { onSuccess: onCreated, onError: error => form.setErrors(told(error)) },
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={create.error} fields={['name']} />
        <TextInput
          label={t('create.name')}
          placeholder={t('create.nameHint')}
          maxLength={LONGEST_TEAM_NAME}
          required
          data-autofocus
          {...form.getInputProps('name')}
          key={form.key('name')}
        />
        <SchemePicker
          value={form.values.colorScheme}
          onChange={scheme => form.setFieldValue('colorScheme', scheme)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
