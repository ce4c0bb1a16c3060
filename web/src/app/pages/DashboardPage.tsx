import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus, UsersRound } from 'lucide-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { MyOpenTasks, TeamGrid } from '@/features/dashboard'
import { ArchivedTeams, MyInvitations } from '@/features/team/home'
import type { Team } from '@/shared/api/types'
import { useUser } from '@/shared/session/session'
import { teamsQuery } from '@/shared/team/team'
import { Loaded } from '@/shared/ui/Loaded'
import { OnDemand } from '@/shared/ui/OnDemand'
import { Page, PageHeader } from '@/shared/ui/Page'
import { Section } from '@/shared/ui/Section'
import { CardGridSkeleton, EmptyState } from '@/shared/ui/States'

const CreateTeamDialog = lazy(() =>
  import('@/features/team/create').then(module => ({ default: module.CreateTeamDialog })),
)

/** `creating` opens the dialog for a new team: it has an address, so that every page can lead to it. */
export function DashboardPage({ creating }: { creating: boolean }) {
  const { t } = useTranslation('dashboard')
  const user = useUser()
  const navigate = useNavigate()
  const teams = useQuery(teamsQuery)
  const open = () => void navigate({ to: '/dashboard', search: { new: true } })
  const close = () => void navigate({ to: '/dashboard', search: {}, replace: true })
  const goTo = (team: Team) =>
    void navigate({ to: '/teams/$teamId', params: { teamId: team.id }, replace: true })
  const createButton = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      {t('newTeam')}
    </Button>
  )
  const inTeams = teams.data !== undefined && teams.data.length > 0
  return (
    <Page>
      <PageHeader
        title={t('hello', { name: user.name || user.username })}
        actions={inTeams ? createButton : undefined}
      />
      <MyInvitations title={t('invitations')} />
      {inTeams ? <MyOpenTasks /> : null}
      <Section title={t('teams')} count={inTeams ? teams.data?.length : undefined}>
        <Loaded query={teams} skeleton={<CardGridSkeleton />}>
          {items =>
            items.length === 0 ? (
              <EmptyState
                icon={UsersRound}
                title={t('noTeams')}
                text={t('noTeamsText')}
                action={createButton}
              />
            ) : (
              <TeamGrid teams={items} />
            )
          }
        </Loaded>
      </Section>
      <ArchivedTeams />
      <OnDemand opened={creating}>
        {opened => <CreateTeamDialog opened={opened} onClose={close} onCreated={goTo} />}
      </OnDemand>
    </Page>
  )
}
