import { Link, useLocation } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCrumbLeaf } from '@/shared/ui/crumbs'
import { AREAS } from './areas'
import classes from './TopBar.module.css'
import { useCurrentTeam } from './use-current-team'

type AreaPath = (typeof AREAS)[number]['to'] | '/teams/$teamId/settings'

/** Team, area, object; the last one is where we are. */
export function Breadcrumbs() {
  const { t } = useTranslation()
  const team = useCurrentTeam()
  const leaf = useCrumbLeaf()
  const segments = useLocation().pathname.split('/').filter(Boolean)
  const area = segments[0] === 'teams' ? areaOf(segments[2]) : undefined
  const areaLabel = area ? t(area.label) : undefined
  if (!team) {
    const own = segments[0] === 'settings' ? t('nav.settings') : t('nav.dashboard')
    return <CrumbList current={own}>{null}</CrumbList>
  }
  const current = leaf ?? areaLabel ?? team.name
  return (
    <CrumbList current={current}>
      {current === team.name ? null : (
        <Crumb key="team">
          <Link to="/teams/$teamId" params={{ teamId: team.id }} className={classes.crumb}>
            {team.name}
          </Link>
        </Crumb>
      )}
      {leaf && area ? (
        <Crumb key="area">
          <Link to={area.to} params={{ teamId: team.id }} className={classes.crumb}>
            {areaLabel}
          </Link>
        </Crumb>
      ) : null}
    </CrumbList>
  )
}

function areaOf(segment: string | undefined) {
  if (segment === 'settings') {
    const to: AreaPath = '/teams/$teamId/settings'
    return { to, label: 'nav.teamSettings' } as const
  }
  return AREAS.find(area => area.to.endsWith(`/${segment}`))
}

function CrumbList({ current, children }: { current: string; children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('nav.breadcrumbs')} style={{ flex: 1, minWidth: 0 }}>
      <ol className={classes.crumbs}>
        {children}
        <li>
          <span className={classes.crumb} aria-current="page">
            {current}
          </span>
        </li>
      </ol>
    </nav>
  )
}

function Crumb({ children }: { children: React.ReactNode }) {
  return (
    <li>
      {children}
      <ChevronRight size={14} aria-hidden />
    </li>
  )
}
