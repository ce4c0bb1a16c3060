import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useUser } from '@/shared/session/session'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { Setting } from '@/shared/ui/Section'
import { toast } from '@/shared/ui/toast'
import { useUpdateMe } from '../api/account'
import { checkUsername } from '../validation'

const LONGEST_NAME = 100

export function ProfileSetting() {
  const { t } = useTranslation(['account', 'common'])
  const user = useUser()
  const update = useUpdateMe()
  const told = useFieldErrors()
  const form = useForm({
    initialValues: { username: user.username, name: user.name },
    validate: { username: checkUsername(t) },
  })

  const submit = form.onSubmit(({ username, name }) => {
    update.mutate(
      { username: username.trim(), name: name.trim() },
      {
        onSuccess: saved => {
          form.setInitialValues({ username: saved.username, name: saved.name })
          form.reset()
          toast(t('settings.profileSaved'))
        },
        onError: error => form.setErrors(told(error)),
      },
    )
  })

  return (
    <Setting
      title={t('settings.profile')}
      description={
        <>
          {t('settings.profileText')}
          <br />
          {t('settings.email', { email: user.email })}
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={update.error} fields={['username', 'name']} />
          <TextInput
            label={t('field.username')}
            autoComplete="username"
            required
            {...form.getInputProps('username')}
            key={form.key('username')}
          />
          <TextInput
            label={t('field.name')}
            description={t('field.nameHint')}
            autoComplete="name"
            maxLength={LONGEST_NAME}
            {...form.getInputProps('name')}
            key={form.key('name')}
          />
          <Group>
            <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
              {t('settings.saveProfile')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Setting>
  )
}
