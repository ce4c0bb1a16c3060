import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { ErrorNote } from '@/shared/ui/States'
import { useVerifyEmail } from '../api/sign-in'

/** A click, not the visit, uses the link: mail scanners open every link they see. */
export function VerifyEmailPage({ token }: { token: string | undefined }) {
  const { t } = useTranslation('account')
  const verify = useVerifyEmail()
  if (token === undefined) {
    return (
      <PublicForm title={t('verify.title')} lead={t('reset.noToken')}>
        {null}
      </PublicForm>
    )
  }
  if (verify.isSuccess) {
    return (
      <PublicForm title={t('verify.title')} lead={<span role="status">{t('verify.done')}</span>}>
        <ButtonLink to="/dashboard" search={{}} size="md">
          {t('verify.continue')}
        </ButtonLink>
      </PublicForm>
    )
  }
  return (
    <PublicForm title={t('verify.title')} lead={t('verify.lead')}>
      <Stack gap="md">
        {verify.error ? <ErrorNote error={verify.error} /> : null}
        <Button size="md" loading={verify.isPending} onClick={() => verify.mutate(token)}>
          {t('verify.submit')}
        </Button>
      </Stack>
    </PublicForm>
  )
}
