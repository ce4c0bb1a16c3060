import { Tooltip, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createLink } from '@tanstack/react-router'
import { LayoutDashboard, type LucideIcon, Settings2 } from 'lucide-react'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LevelBar } from '@/features/gamification'
import type { Team } from '@/shared/api/types'
import { teamsQuery } from '@/shared/team/team'
import { TeamMark } from '@/shared/ui/TeamMark'
import { AccountMenu } from './AccountMenu'
import { areasOf, maySeeTeamSettings } from './areas'
import classes from './Sidebar.module.css'
import { TeamSwitcher } from './TeamSwitcher'
import { useCurrentTeam } from './use-current-team'

type SidebarProps = { collapsed: boolean; onShowShortcuts: () => void }

/** Where to go: the team's areas that the caller's roles open, or the teams themselves. */
export function Sidebar({ collapsed, onShowShortcuts }: SidebarProps) {
  const { t } = useTranslation()
  const team = useCurrentTeam()
  return (
    <div className={`${classes.sidebar} ${collapsed ? classes.collapsed : ''}`}>
      <TeamSwitcher team={team} collapsed={collapsed} />
      <nav className={classes.nav} aria-label={t('nav.main')}>
        <NavItem
          to="/dashboard"
          icon={LayoutDashboard}
          label={t('nav.dashboard')}
          collapsed={collapsed}
        />
        {team ? (
          <TeamItems team={team} collapsed={collapsed} />
        ) : (
          <TeamList collapsed={collapsed} />
        )}
      </nav>
      <div className={classes.foot}>
        {team ? <LevelBar teamId={team.id} compact={collapsed} /> : null}
        <AccountMenu collapsed={collapsed} onShowShortcuts={onShowShortcuts} />
      </div>
    </div>
  )
}

type NavItemProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children'> & {
  icon?: LucideIcon
  mark?: ReactNode
  label: string
  badge?: number | undefined
  collapsed: boolean
  ref?: Ref<HTMLAnchorElement>
}

function NavAnchor({ icon: Icon, mark, label, badge, collapsed, ...anchor }: NavItemProps) {
  return (
    <Tooltip label={label} position="right" disabled={!collapsed} openDelay={0}>
      <a {...anchor} className={classes.item}>
        {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : mark}
        {collapsed ? (
          <VisuallyHidden>{label}</VisuallyHidden>
        ) : (
          <span className={classes.name}>{label}</span>
        )}
        {badge && !collapsed ? <span className={classes.badge}>{badge}</span> : null}
      </a>
    </Tooltip>
  )
}

/** Marked as active for the page itself and everything below it. */
const NavItem = createLink(NavAnchor)

function TeamItems({ team, collapsed }: { team: Team; collapsed: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {areasOf(team).map(area => (
        <NavItem
          key={area.to}
          to={area.to}
          params={{ teamId: team.id }}
          icon={area.icon}
          label={t(area.label)}
          badge={area.label === 'nav.tasks' ? team.openTasks : undefined}
          collapsed={collapsed}
        />
      ))}
      {maySeeTeamSettings(team) ? (
        <NavItem
          to="/teams/$teamId/settings"
          params={{ teamId: team.id }}
          icon={Settings2}
          label={t('nav.teamSettings')}
          collapsed={collapsed}
        />
      ) : null}
    </>
  )
}

function TeamList({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation()
  const { data: teams } = useQuery(teamsQuery)
  if (!teams?.length) return null
  return (
    <>
      {collapsed ? null : <div className={classes.label}>{t('nav.teams')}</div>}
      {teams.map(team => (
        <NavItem
          key={team.id}
          to="/teams/$teamId"
          params={{ teamId: team.id }}
          mark={<TeamMark name={team.name} scheme={team.colorScheme} size={18} />}
          label={team.name}
          badge={team.openTasks}
          collapsed={collapsed}
        />
      ))}
    </>
  )
}
