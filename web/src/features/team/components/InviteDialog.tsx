import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NewInvitation } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { CopyField } from '@/shared/ui/CopyField'
import { Dialog } from '@/shared/ui/Dialog'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { useInvite } from '../api/invitations'
import { rolesQuery } from '../api/roles'
import { mayGive } from '../may-give'

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('team')
  const team = useTeam()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('invite.title', { team: team.name })}>
      <InviteSteps onClose={onClose} />
    </Dialog>
  )
}

/** First who, then the link, which is shown this once. */
function InviteSteps({ onClose }: { onClose: () => void }) {
  const team = useTeam()
  const invite = useInvite(team.id)
  if (invite.data) {
    return <InvitationLink invitation={invite.data} onAnother={invite.reset} onClose={onClose} />
  }
  return <InviteForm invite={invite} onClose={onClose} />
}

type InviteFormProps = { invite: ReturnType<typeof useInvite>; onClose: () => void }

function InviteForm({ invite, onClose }: InviteFormProps) {
  const { t } = useTranslation(['team', 'common'])
  const team = useTeam()
  const { data: roles } = useQuery(rolesQuery(team.id))
  const told = useFieldErrors()
  const form = useForm({
    initialValues: { email: '', roleId: null as string | null },
    validate: {
      email: email => (EMAIL.test(email.trim()) ? null : t('field.email', { ns: 'common' })),
    },
  })
  const submit = form.onSubmit(({ email, roleId }) => {
    invite.mutate(
      { email: email.trim(), roleId: roleId === null ? null : Number(roleId) },
      { onError: error => form.setErrors(told(error)) },
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={invite.error} fields={['email', 'roleId']} />
        <TextInput
          type="email"
          label={t('invite.email')}
          autoComplete="off"
          required
          data-autofocus
          {...form.getInputProps('email')}
          key={form.key('email')}
        />
        <Select
          label={t('invite.role')}
          description={t('invite.roleHint')}
          placeholder={t('invite.noRole')}
          clearable
          data={(roles ?? [])
            .filter(role => mayGive(team, role))
            .map(role => ({ value: String(role.id), label: role.name }))}
          {...form.getInputProps('roleId')}
          key={form.key('roleId')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t('invite.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type InvitationLinkProps = {
  invitation: NewInvitation
  onAnother: () => void
  onClose: () => void
}

function InvitationLink({ invitation, onAnother, onClose }: InvitationLinkProps) {
  const { t } = useTranslation('team')
  return (
    <Stack gap="md">
      <div role="status">
        <strong>{t('invite.doneTitle', { email: invitation.email })}</strong>
        <br />
        {t('invite.doneText')}
      </div>
      <CopyField label={t('invite.link')} value={invitation.link} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAnother}>
          {t('invite.another')}
        </Button>
        <Button onClick={onClose}>{t('invite.done')}</Button>
      </Group>
    </Stack>
  )
}
