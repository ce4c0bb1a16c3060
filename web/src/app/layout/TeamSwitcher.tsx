import { Menu, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check, ChevronsUpDown, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Team } from '@/shared/api/types'
import { teamsQuery } from '@/shared/team/team'
import { Logo } from '@/shared/ui/Logo'
import { TeamMark } from '@/shared/ui/TeamMark'
import classes from './Sidebar.module.css'

type TeamSwitcherProps = { team: Team | undefined; collapsed: boolean }

export function TeamSwitcher({ team, collapsed }: TeamSwitcherProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: teams } = useQuery(teamsQuery)
  return (
    <Menu width={248}>
      <Menu.Target>
        <button type="button" className={classes.switcher}>
          {team ? <TeamMark name={team.name} scheme={team.colorScheme} /> : <Logo size={24} />}
          {collapsed ? (
            <VisuallyHidden>{team?.name}</VisuallyHidden>
          ) : (
            <>
              <span className={classes.name}>{team?.name ?? 'ProcessFlow'}</span>
              <ChevronsUpDown size={14} aria-hidden />
            </>
          )}
          <VisuallyHidden>{t('nav.switchTeam')}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {teams?.length ? <Menu.Label>{t('nav.teams')}</Menu.Label> : null}
        {teams?.map(each => (
          <Menu.Item
            key={each.id}
            leftSection={<TeamMark name={each.name} scheme={each.colorScheme} size={20} />}
            rightSection={each.id === team?.id ? <Check size={14} aria-hidden /> : undefined}
            onClick={() => void navigate({ to: '/teams/$teamId', params: { teamId: each.id } })}
          >
            {each.name}
          </Menu.Item>
        ))}
        {teams?.length ? <Menu.Divider /> : null}
        <Menu.Item
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/dashboard', search: { new: true } })}
        >
          {t('palette.newTeam')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
