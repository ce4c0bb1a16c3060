import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LayoutDashboard, LogOut, Moon, Plus, Settings, Settings2, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignOut, useUpdateMe } from '@/features/account/api/account'
import { teamsQuery } from '@/shared/team/team'
import { TeamMark } from '@/shared/ui/TeamMark'
import { areasOf, maySeeTeamSettings } from './areas'
import { useCurrentTeam } from './use-current-team'

export type Command = {
  id: string
  group: 'palette.pages' | 'palette.teams' | 'palette.actions'
  label: string
  icon: ReactNode
  hint?: string
  run: () => void
}

function matches(label: string, query: string): boolean {
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => label.toLocaleLowerCase().includes(word))
}

export function filterCommands(commands: Command[], query: string): Command[] {
  const wanted = query.trim()
  return wanted === '' ? commands : commands.filter(command => matches(command.label, wanted))
}

function usePageCommands(): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const team = useCurrentTeam()
  const areas = team ? areasOf(team) : []
  const page = (id: string, label: string, icon: ReactNode, run: () => void, key?: string) => {
    const hint = key ? `g ${key}` : undefined
    return { id, group: 'palette.pages', label, icon, run, hint } as const
  }
  return [
    page(
      'dashboard',
      t('nav.dashboard'),
      <LayoutDashboard size={16} aria-hidden />,
      () => void navigate({ to: '/dashboard' }),
      'd',
    ),
    ...areas.map(area =>
      page(
        area.to,
        t(area.label),
        <area.icon size={16} aria-hidden />,
        () => team && void navigate({ to: area.to, params: { teamId: team.id } }),
        area.key,
      ),
    ),
    ...(team && maySeeTeamSettings(team)
      ? [
          page(
            'team-settings',
            t('nav.teamSettings'),
            <Settings2 size={16} aria-hidden />,
            () => void navigate({ to: '/teams/$teamId/settings', params: { teamId: team.id } }),
          ),
        ]
      : []),
    page(
      'settings',
      t('nav.settings'),
      <Settings size={16} aria-hidden />,
      () => void navigate({ to: '/settings' }),
    ),
  ]
}

function useActionCommands(): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const updateMe = useUpdateMe()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const choose = (dark: boolean) => {
    setColorScheme(dark ? 'dark' : 'light')
    updateMe.mutate({ isDarkModeEnabled: dark })
  }
  const action = (id: string, label: string, icon: ReactNode, run: () => void) => {
    return { id, group: 'palette.actions', label, icon, run } as const
  }
  const appearance = (word: string) => `${t('account.theme')}: ${word}`
  return [
    action(
      'new-team',
      t('palette.newTeam'),
      <Plus size={16} aria-hidden />,
      () => void navigate({ to: '/dashboard', search: { new: true } }),
    ),
    action('light', appearance(t('theme.light')), <Sun size={16} aria-hidden />, () =>
      choose(false),
    ),
    action('dark', appearance(t('theme.dark')), <Moon size={16} aria-hidden />, () => choose(true)),
    action('sign-out', t('account.signOut'), <LogOut size={16} aria-hidden />, () =>
      signOut.mutate(),
    ),
  ]
}

/** Everything the palette offers, pages of the current team first. */
export function usePaletteCommands(): Command[] {
  const navigate = useNavigate()
  const { data: teams } = useQuery(teamsQuery)
  const pages = usePageCommands()
  const actions = useActionCommands()
  const teamCommands = (teams ?? []).map(
    team =>
      ({
        id: `team-${team.id}`,
        group: 'palette.teams',
        label: team.name,
        icon: <TeamMark name={team.name} scheme={team.colorScheme} size={18} />,
        run: () => void navigate({ to: '/teams/$teamId', params: { teamId: team.id } }),
      }) as const,
  )
  return [...pages, ...teamCommands, ...actions]
}
