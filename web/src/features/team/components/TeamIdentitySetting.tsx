import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTeam } from '@/shared/team/team'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { Setting } from '@/shared/ui/Section'
import { toast } from '@/shared/ui/toast'
import { useChangeTeam } from '../api/teams'
import { SchemePicker } from './SchemePicker'
import { LONGEST_TEAM_NAME, useTeamForm } from './use-team-form'

export function TeamIdentitySetting() {
  const { t } = useTranslation('team')
  const team = useTeam()
  const change = useChangeTeam(team.id)
  const told = useFieldErrors()
  const form = useTeamForm({ name: team.name, colorScheme: team.colorScheme })
  const submit = form.onSubmit(values => {
    change.mutate(
      { ...values, name: values.name.trim() },
      {
        onSuccess: ({ name, colorScheme }) => {
          form.setInitialValues({ name, colorScheme })
          form.reset()
          toast(t('settings.saved'))
        },
        onError: error => form.setErrors(told(error)),
      },
    )
  })
  return (
    <Setting title={t('settings.general')} description={t('settings.generalText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={change.error} fields={['name']} />
          <TextInput
            label={t('create.name')}
            maxLength={LONGEST_TEAM_NAME}
            required
            {...form.getInputProps('name')}
            key={form.key('name')}
          />
          <SchemePicker
            value={form.values.colorScheme}
            onChange={scheme => form.setFieldValue('colorScheme', scheme)}
          />
          <Group>
            <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
              {t('settings.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Setting>
  )
}
