import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { TeamProvider, teamQuery } from '@/shared/team/team'
import { ButtonLink } from '@/shared/ui/links'
import { ErrorState, PageSkeleton } from '@/shared/ui/States'

/** Below this everything belongs to one team; a team that is not the caller's does not exist. */
export function TeamLayout({ teamId }: { teamId: number }) {
  const { t } = useTranslation()
  const { data: team, error, refetch } = useQuery(teamQuery(teamId))
  if (team) {
    return (
      <TeamProvider team={team}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </TeamProvider>
    )
  }
  if (error) {
    const home = (
      <ButtonLink to="/dashboard" variant="default">
        {t('notFound.home')}
      </ButtonLink>
    )
    return <ErrorState error={error} onRetry={() => void refetch()} action={home} />
  }
  return <PageSkeleton />
}
