import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { safeNext } from '@/shared/session/next'
import { FormProblem } from '@/shared/ui/FormProblem'
import { TextLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { useSignUp } from '../api/sign-in'
import { checkEmail, checkNewPassword, checkUsername } from '../validation'
import { PasswordField } from './PasswordField'

const FIELDS = ['email', 'password', 'username']

export function SignUpPage({ next }: { next: string | undefined }) {
  const { t } = useTranslation(['account', 'common'])
  const navigate = useNavigate()
  const signUp = useSignUp()
  const told = useFieldErrors()
  const form = useForm({
    initialValues: { email: '', password: '', username: '' },
    validate: {
      email: checkEmail(t),
      password: checkNewPassword(t),
      username: checkUsername(t),
    },
  })

  const submit = form.onSubmit(values => {
    const account = { ...values, email: values.email.trim(), username: values.username.trim() }
    signUp.mutate(account, {
      onSuccess: user => {
        if (user) void navigate({ href: safeNext(next), replace: true })
      },
      onError: error => {
        const errors = told(error)
        // The length was checked here already, so the server found it too easy to guess.
        form.setErrors(errors.password ? { ...errors, password: t('password.weak') } : errors)
      },
    })
  })

  if (signUp.data === null) {
    return (
      <PublicForm
        title={t('signUp.mailTitle')}
        lead={t('signUp.mailText', { email: form.values.email })}
      >
        <TextLink to="/sign-in" search={next ? { next } : {}}>
          {t('forgot.back')}
        </TextLink>
      </PublicForm>
    )
  }

  return (
    <PublicForm
      title={t('signUp.title')}
      lead={
        <Trans
          t={t}
          i18nKey="signUp.lead"
          components={{ 1: <TextLink to="/sign-in" search={next ? { next } : {}} /> }}
        />
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={signUp.error} fields={FIELDS} />
          <TextInput
            size="md"
            type="email"
            label={t('field.email')}
            autoComplete="email"
            autoFocus
            required
            {...form.getInputProps('email')}
            key={form.key('email')}
          />
          <TextInput
            size="md"
            label={t('field.username')}
            description={t('field.usernameHint')}
            autoComplete="username"
            required
            {...form.getInputProps('username')}
            key={form.key('username')}
          />
          <PasswordField
            size="md"
            label={t('field.password')}
            description={t('password.hint')}
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
            key={form.key('password')}
          />
          <Button type="submit" size="md" fullWidth loading={signUp.isPending}>
            {t('signUp.submit')}
          </Button>
        </Stack>
      </form>
    </PublicForm>
  )
}
