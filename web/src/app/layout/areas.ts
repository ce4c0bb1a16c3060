import { Activity, ListChecks, type LucideIcon, UsersRound, Workflow } from 'lucide-react'
import type { Team, TeamPage } from '@/shared/api/types'

/** A part of a team's workspace, the pages that open it, and its key after `g`. */
export type Area = {
  to:
    | '/teams/$teamId/processes'
    | '/teams/$teamId/tasks'
    | '/teams/$teamId/instances'
    | '/teams/$teamId/team'
  label: 'nav.processes' | 'nav.tasks' | 'nav.instances' | 'nav.team'
  icon: LucideIcon
  pages: readonly TeamPage[]
  key: string
}

export const AREAS: readonly Area[] = [
  { to: '/teams/$teamId/tasks', label: 'nav.tasks', icon: ListChecks, pages: ['Tasks'], key: 't' },
  {
    to: '/teams/$teamId/processes',
    label: 'nav.processes',
    icon: Workflow,
    pages: ['Editor'],
    key: 'e',
  },
  {
    to: '/teams/$teamId/instances',
    label: 'nav.instances',
    icon: Activity,
    pages: ['Monitoring', 'Editor'],
    key: 'm',
  },
  { to: '/teams/$teamId/team', label: 'nav.team', icon: UsersRound, pages: ['Team'], key: 'p' },
]

/** The areas that the caller's roles open. */
export function areasOf(team: Team): Area[] {
  return AREAS.filter(area => area.pages.some(page => team.pages.includes(page)))
}

/** Builders land in the processes, everybody else where their work is. */
export function firstArea(team: Team): Area | undefined {
  const open = areasOf(team)
  return open.find(area => area.label === 'nav.processes') ?? open[0]
}

export function maySeeTeamSettings(team: Team): boolean {
  return team.owner || team.pages.includes('Team')
}
