import { Link } from '@tanstack/react-router'
import { Check, CircleDot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Team } from '@/shared/api/types'
import { RoleTag } from '@/shared/ui/RoleTag'
import { TeamMark } from '@/shared/ui/TeamMark'
import classes from './TeamGrid.module.css'

export function TeamGrid({ teams }: { teams: Team[] }) {
  return (
    <ul className={classes.grid}>
      {teams.map(team => (
        <li key={team.id}>
          <TeamCard team={team} />
        </li>
      ))}
    </ul>
  )
}

function TeamCard({ team }: { team: Team }) {
  const { t } = useTranslation('dashboard')
  const waiting = team.openTasks > 0
  return (
    <Link to="/teams/$teamId" params={{ teamId: team.id }} className={classes.team}>
      <div className={classes.head}>
        <TeamMark name={team.name} scheme={team.colorScheme} size={36} />
        <div style={{ minWidth: 0 }}>
          <div className={classes.name}>{team.name}</div>
          <div className={classes.roles}>
            {team.roles.slice(0, 3).map(role => (
              <RoleTag key={role.id} role={role} plain />
            ))}
          </div>
        </div>
      </div>
      <div className={`${classes.open} ${waiting ? classes.waiting : ''}`}>
        {waiting ? <CircleDot size={13} aria-hidden /> : <Check size={13} aria-hidden />}
        {waiting ? t('open', { count: team.openTasks }) : t('noOpen')}
      </div>
    </Link>
  )
}
