import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MyInvitation } from '@/shared/api/types'
import { useFormat } from '@/shared/format/format'
import { Section } from '@/shared/ui/Section'
import { ErrorNote } from '@/shared/ui/States'
import { TeamMark } from '@/shared/ui/TeamMark'
import { toast, toastProblem, toastUndo, UNDO_TIME } from '@/shared/ui/toast'
import { myInvitationsQuery, useAcceptInvitation, useDeclineInvitation } from '../api/invitations'
import classes from './MyInvitations.module.css'

/** Invitations that wait for an answer; nothing at all when there are none. */
export function MyInvitations({ title }: { title: string }) {
  const { t } = useTranslation('team')
  const { data: invitations } = useQuery(myInvitationsQuery)
  const decline = useDeclineInvitation()
  const [declined, setDeclined] = useState<number[]>([])
  const open = (invitations ?? []).filter(({ id }) => !declined.includes(id))
  if (open.length === 0) return null

  // The server can not take a refusal back, so it hears of it only when the time to undo is over.
  function declineLater({ id, teamName }: MyInvitation) {
    setDeclined(ids => [...ids, id])
    const timer = window.setTimeout(() => {
      decline.mutateAsync({ invitationId: id }).catch(toastProblem)
    }, UNDO_TIME)
    toastUndo(t('invitation.declined', { team: teamName }), () => {
      window.clearTimeout(timer)
      setDeclined(ids => ids.filter(each => each !== id))
    })
  }

  return (
    <Section title={title} count={open.length}>
      <ul className={classes.list}>
        {open.map(invitation => (
          <InvitationCard
            key={invitation.id}
            invitation={invitation}
            onDecline={() => declineLater(invitation)}
          />
        ))}
      </ul>
    </Section>
  )
}

type InvitationCardProps = { invitation: MyInvitation; onDecline: () => void }

function InvitationCard({ invitation, onDecline }: InvitationCardProps) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const navigate = useNavigate()
  const accept = useAcceptInvitation()
  const { teamName: team } = invitation
  const join = () =>
    accept.mutate(
      { invitationId: invitation.id },
      {
        onSuccess: joined => {
          toast(t('invitation.joined', { team: joined.name }))
          void navigate({ to: '/teams/$teamId', params: { teamId: joined.id } })
        },
      },
    )
  return (
    <li className={classes.invitation}>
      <TeamMark name={team} scheme={invitation.colorScheme} size={36} />
      <div className={classes.what}>
        <div className={classes.title}>{team}</div>
        <div className={classes.detail}>
          {invitation.invitedBy
            ? t('invitation.by', { name: invitation.invitedBy })
            : t('invitation.text')}{' '}
          {t('invitation.until', { date: format.date(invitation.expiresAt) })}
        </div>
        {accept.error ? <ErrorNote error={accept.error} /> : null}
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          aria-label={t('invitation.declineTeam', { team })}
          onClick={onDecline}
        >
          {t('invitation.decline')}
        </Button>
        <Button
          aria-label={t('invitation.acceptTeam', { team })}
          loading={accept.isPending}
          onClick={join}
        >
          {t('invitation.accept')}
        </Button>
      </div>
    </li>
  )
}
