import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { User } from '@/shared/api/types'
import { useSession } from '@/shared/session/session'
import { ButtonLink } from '@/shared/ui/links'
import { PublicForm } from '@/shared/ui/PublicFrame'
import { ErrorNote, ListSkeleton } from '@/shared/ui/States'
import { toast } from '@/shared/ui/toast'
import { myInvitationsQuery, useAcceptInvitation, useDeclineInvitation } from '../api/invitations'

type InvitationPageProps = { invitationId: number; token: string | undefined }

/** Where an invitation's link leads, signed in or not. */
export function InvitationPage({ invitationId, token }: InvitationPageProps) {
  const user = useSession()
  if (user === undefined) return <ListSkeleton rows={3} />
  return user ? (
    <AnswerForm user={user} invitationId={invitationId} token={token} />
  ) : (
    <SignInFirst />
  )
}

function SignInFirst() {
  const { t } = useTranslation('team')
  const next = useLocation().href
  return (
    <PublicForm
      title={t('invitation.title')}
      lead={`${t('invitation.text')} ${t('invitation.signedOut')}`}
    >
      <Group gap="xs">
        <ButtonLink to="/sign-up" search={{ next }} size="md">
          {t('invitation.signUp')}
        </ButtonLink>
        <ButtonLink to="/sign-in" search={{ next }} size="md" variant="default">
          {t('invitation.signIn')}
        </ButtonLink>
      </Group>
    </PublicForm>
  )
}

function AnswerForm({ user, invitationId, token }: InvitationPageProps & { user: User }) {
  const { t } = useTranslation('team')
  const navigate = useNavigate()
  const { data: invitations } = useQuery(myInvitationsQuery)
  const accept = useAcceptInvitation()
  const decline = useDeclineInvitation()
  const known = invitations?.find(invitation => invitation.id === invitationId)

  const join = () =>
    accept.mutate(
      { invitationId, token },
      {
        onSuccess: team => {
          toast(t('invitation.joined', { team: team.name }))
          void navigate({ to: '/teams/$teamId', params: { teamId: team.id }, replace: true })
        },
      },
    )
  const refuse = () =>
    decline.mutate(
      { invitationId, token },
      {
        onSuccess: () => {
          toast(t('invitation.declinedPlain'))
          void navigate({ to: '/dashboard', search: {}, replace: true })
        },
      },
    )
  const error = accept.error ?? decline.error

  return (
    <PublicForm
      title={known ? t('invitation.titleTeam', { team: known.teamName }) : t('invitation.title')}
      lead={
        <>
          {known?.invitedBy ? t('invitation.by', { name: known.invitedBy }) : t('invitation.text')}
          <br />
          {t('invitation.as', { name: user.username })}
        </>
      }
    >
      <Stack gap="md">
        {error ? <ErrorNote error={error} /> : null}
        <Group gap="xs">
          <Button size="md" loading={accept.isPending} onClick={join}>
            {t('invitation.accept')}
          </Button>
          <Button size="md" variant="default" loading={decline.isPending} onClick={refuse}>
            {t('invitation.decline')}
          </Button>
          {error ? (
            <ButtonLink to="/dashboard" search={{}} size="md" variant="subtle">
              {t('invitation.toDashboard')}
            </ButtonLink>
          ) : null}
        </Group>
      </Stack>
    </PublicForm>
  )
}
