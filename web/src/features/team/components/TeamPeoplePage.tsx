import { Button, Tabs } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { KeyRound, UserPlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanUse, useTeam } from '@/shared/team/team'
import { OnDemand } from '@/shared/ui/OnDemand'
import { Page, PageHeader } from '@/shared/ui/Page'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { MembersTab } from './MembersTab'

const InvitationsTab = lazy(() =>
  import('./InvitationsTab').then(module => ({ default: module.InvitationsTab })),
)
const RolesTab = lazy(() => import('./RolesTab').then(module => ({ default: module.RolesTab })))
const InviteDialog = lazy(() =>
  import('./InviteDialog').then(module => ({ default: module.InviteDialog })),
)

type TeamTab = 'members' | 'invitations' | 'roles'

export function TeamPeoplePage({ tab }: { tab: TeamTab }) {
  const { t } = useTranslation('team')
  const team = useTeam()
  const navigate = useNavigate()
  const allowed = useCanUse('Team')
  const [inviting, invite] = useDisclosure(false)

  if (!allowed) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <EmptyState icon={KeyRound} title={t('noRight.title')} text={t('noRight.text')} />
      </Page>
    )
  }

  const show = (next: string | null) => {
    const search = next === 'invitations' || next === 'roles' ? ({ tab: next } as const) : {}
    void navigate({ to: '/teams/$teamId/team', params: { teamId: team.id }, search })
  }

  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={invite.open}>
            {t('invite.open')}
          </Button>
        }
      />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="members">{t('tab.members')}</Tabs.Tab>
          <Tabs.Tab value="invitations">{t('tab.invitations')}</Tabs.Tab>
          <Tabs.Tab value="roles">{t('tab.roles')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <MembersTab onInvite={invite.open} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <Suspense fallback={<ListSkeleton />}>
            <InvitationsTab onInvite={invite.open} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="roles">
          <Suspense fallback={<ListSkeleton />}>
            <RolesTab />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      <OnDemand opened={inviting}>
        {opened => <InviteDialog opened={opened} onClose={invite.close} />}
      </OnDemand>
    </Page>
  )
}
