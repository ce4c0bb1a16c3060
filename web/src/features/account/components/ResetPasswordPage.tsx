import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '@/shared/ui/FormProblem'
import { ButtonLink, TextLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { fieldErrors } from '@/shared/ui/problem-fields'
import { useResetPassword } from '../api/sign-in'
import { checkNewPassword } from '../validation'
import { PasswordField } from './PasswordField'

/** The link of the mail only shows this form; sending it uses the link up. */
export function ResetPasswordPage({ token }: { token: string | undefined }) {
  const { t } = useTranslation(['account', 'common'])
  const reset = useResetPassword()
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: checkNewPassword(t) },
  })

  if (token === undefined) {
    return (
      <PublicForm title={t('reset.title')} lead={t('reset.noToken')}>
        <TextLink to="/forgot-password">{t('signIn.forgot')}</TextLink>
      </PublicForm>
    )
  }
  if (reset.isSuccess) {
    return (
      <PublicForm title={t('reset.title')} lead={<span role="status">{t('reset.done')}</span>}>
        <ButtonLink to="/sign-in" search={{}} size="md">
          {t('signIn.submit')}
        </ButtonLink>
      </PublicForm>
    )
  }
  const submit = form.onSubmit(({ password }) => {
    const onError = (error: unknown) => {
      if (fieldErrors(error).password) form.setErrors({ password: t('password.weak') })
    }
    reset.mutate({ token, password }, { onError })
  })
  return (
    <PublicForm title={t('reset.title')} lead={t('reset.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={reset.error} fields={['password']} />
          <PasswordField
            size="md"
            label={t('field.newPassword')}
            description={t('password.hint')}
            autoComplete="new-password"
            autoFocus
            required
            {...form.getInputProps('password')}
            key={form.key('password')}
          />
          <Button type="submit" size="md" fullWidth loading={reset.isPending}>
            {t('reset.submit')}
          </Button>
        </Stack>
      </form>
    </PublicForm>
  )
}
