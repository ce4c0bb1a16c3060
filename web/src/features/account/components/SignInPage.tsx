import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { safeNext } from '@/shared/session/next'
import { FormProblem } from '@/shared/ui/FormProblem'
import { TextLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { useSignIn } from '../api/sign-in'
import { checkEmail, checkRequired } from '../validation'
import { PasswordField } from './PasswordField'

const FIELDS = ['email', 'password']

export function SignInPage({ next }: { next: string | undefined }) {
  const { t } = useTranslation(['account', 'common'])
  const navigate = useNavigate()
  const signIn = useSignIn()
  const told = useFieldErrors()
  const form = useForm({
    initialValues: { email: '', password: '', staySignedIn: false },
    validate: { email: checkEmail(t), password: checkRequired(t) },
  })

  const submit = form.onSubmit(values => {
    signIn.mutate(
      { ...values, email: values.email.trim() },
      {
        onSuccess: () => void navigate({ href: safeNext(next), replace: true }),
        onError: error => {
          form.setErrors(told(error))
          // The address stays: usually it is the password that was wrong.
          form.setFieldValue('password', '')
          form.getInputNode('password')?.focus()
        },
      },
    )
  })

  return (
    <PublicForm
      title={t('signIn.title')}
      lead={
        <Trans
          t={t}
          i18nKey="signIn.lead"
          components={{ 1: <TextLink to="/sign-up" search={next ? { next } : {}} /> }}
        />
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={signIn.error} fields={FIELDS} />
          <TextInput
            size="md"
            type="email"
            label={t('field.email')}
            autoComplete="username"
            autoFocus
            required
            {...form.getInputProps('email')}
            key={form.key('email')}
          />
          <PasswordField
            size="md"
            label={t('field.password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
            key={form.key('password')}
          />
          <Group justify="space-between" gap="xs">
            <Checkbox
              label={t('signIn.stay')}
              {...form.getInputProps('staySignedIn', { type: 'checkbox' })}
              key={form.key('staySignedIn')}
            />
            <TextLink to="/forgot-password" size="sm">
              {t('signIn.forgot')}
            </TextLink>
          </Group>
          <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </PublicForm>
  )
}
