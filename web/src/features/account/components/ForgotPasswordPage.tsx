import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '@/shared/ui/FormProblem'
import { TextLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { useRequestPasswordReset } from '../api/sign-in'
import { checkEmail } from '../validation'

export function ForgotPasswordPage() {
  const { t } = useTranslation(['account', 'common'])
  const ask = useRequestPasswordReset()
  const told = useFieldErrors()
  const form = useForm({ initialValues: { email: '' }, validate: { email: checkEmail(t) } })
  const submit = form.onSubmit(({ email }) => {
    ask.mutate(email.trim(), { onError: error => form.setErrors(told(error)) })
  })
  const lead = ask.isSuccess
    ? t('forgot.sent', { email: form.values.email.trim() })
    : t('forgot.lead')
  return (
    <PublicForm title={t('forgot.title')} lead={<span role="status">{lead}</span>}>
      {ask.isSuccess ? null : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <FormProblem error={ask.error} fields={['email']} />
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
            <Button type="submit" size="md" fullWidth loading={ask.isPending}>
              {t('forgot.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <TextLink to="/sign-in" search={{}}>
        {t('forgot.back')}
      </TextLink>
    </PublicForm>
  )
}
