import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { DataTable } from '@/shared/ui/DataTable'
import { Loaded } from '@/shared/ui/Loaded'
import { Moment } from '@/shared/ui/Moment'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { toast, toastProblem } from '@/shared/ui/toast'
import { invitationsQuery, useRevokeInvitation } from '../api/invitations'

export function InvitationsTab({ onInvite }: { onInvite: () => void }) {
  const team = useTeam()
  const invitations = useQuery(invitationsQuery(team.id))
  return (
    <Loaded query={invitations} skeleton={<ListSkeleton rows={2} height={44} />}>
      {items => <InvitationTable invitations={items} onInvite={onInvite} />}
    </Loaded>
  )
}

type InvitationTableProps = { invitations: Invitation[]; onInvite: () => void }

function InvitationTable({ invitations, onInvite }: InvitationTableProps) {
  const { t } = useTranslation('team')
  if (invitations.length === 0) {
    return (
      <EmptyState
        icon={MailPlus}
        title={t('invitations.empty')}
        text={t('invitations.emptyText')}
        action={<Button onClick={onInvite}>{t('invite.open')}</Button>}
      />
    )
  }
  return (
    <DataTable label={t('tab.invitations')}>
      <thead>
        <tr>
          <th scope="col">{t('invitations.email')}</th>
          <th scope="col">{t('invitations.role')}</th>
          <th scope="col">{t('invitations.by')}</th>
          <th scope="col">{t('invitations.expires')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {invitations.map(invitation => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </tbody>
    </DataTable>
  )
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const revoke = useRevokeInvitation(team.id)
  const { email } = invitation
  const expired = new Date(invitation.expiresAt) <= new Date()
  return (
    <tr>
      <td>{email}</td>
      <td data-label={t('invitations.role')}>{invitation.roleName ?? t('invite.noRole')}</td>
      <td data-label={t('invitations.by')}>{invitation.invitedBy}</td>
      <td data-label={t('invitations.expires')}>
        {expired ? t('invitations.expired') : <Moment at={invitation.expiresAt} />}
      </td>
      <td>
        <Button
          size="xs"
          variant="default"
          aria-label={t('invitations.revokeFor', { email })}
          loading={revoke.isPending}
          onClick={() =>
            revoke.mutate(invitation.id, {
              onSuccess: () => toast(t('invitations.revoked')),
              onError: toastProblem,
            })
          }
        >
          {t('invitations.revoke')}
        </Button>
      </td>
    </tr>
  )
}
