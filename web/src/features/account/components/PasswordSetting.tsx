import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { useUser } from '@/shared/session/session'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { Setting } from '@/shared/ui/Section'
import { toast } from '@/shared/ui/toast'
import { useChangePassword } from '../api/account'
import { checkNewPassword, checkRequired } from '../validation'
import { PasswordField } from './PasswordField'

export function PasswordSetting() {
  const { t } = useTranslation(['account', 'common'])
  const user = useUser()
  const change = useChangePassword()
  const told = useFieldErrors()
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { currentPassword: checkRequired(t), newPassword: checkNewPassword(t) },
  })

  const submit = form.onSubmit(values => {
    change.mutate(values, {
      onSuccess: () => {
        form.reset()
        toast(t('settings.passwordChanged'))
      },
      onError: error => {
        if (hasCode(error, 'wrong-password')) form.setFieldValue('currentPassword', '')
        const errors = told(error)
        form.setErrors(errors.newPassword ? { newPassword: t('password.weak') } : errors)
      },
    })
  })

  return (
    <Setting title={t('settings.password')} description={t('settings.passwordText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={change.error} fields={['currentPassword', 'newPassword']} />
          {/* Password managers want to know whose password this is. */}
          <input type="text" autoComplete="username" value={user.email} readOnly hidden />
          <PasswordField
            label={t('field.currentPassword')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
            key={form.key('currentPassword')}
          />
          <PasswordField
            label={t('field.newPassword')}
            description={t('password.hint')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
            key={form.key('newPassword')}
          />
          <Group>
            <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
              {t('settings.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Setting>
  )
}
