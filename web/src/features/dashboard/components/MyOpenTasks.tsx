import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheckBig, CircleDot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Task, Team } from '@/shared/api/types'
import { useSession } from '@/shared/session/session'
import { teamsQuery } from '@/shared/team/team'
import { Loaded } from '@/shared/ui/Loaded'
import { Moment } from '@/shared/ui/Moment'
import { RoleTag } from '@/shared/ui/RoleTag'
import { Section } from '@/shared/ui/Section'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { TeamMark } from '@/shared/ui/TeamMark'
import { myOpenTasksQuery } from '../api/my-open-tasks'
import classes from './MyOpenTasks.module.css'

/** What waits for the caller, over all teams; one click opens it in its worklist. */
export function MyOpenTasks() {
  const { t } = useTranslation('dashboard')
  const tasks = useQuery(myOpenTasksQuery)
  const { data: teams } = useQuery(teamsQuery)
  return (
    <Section title={t('tasks')}>
      <Loaded query={tasks} skeleton={<ListSkeleton rows={3} height={52} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState icon={CircleCheckBig} title={t('noTasks')} text={t('noTasksText')} />
          ) : (
            <>
              <ul className={classes.list}>
                {items.map(task => (
                  <li key={task.id}>
                    <TaskRow task={task} team={teams?.find(team => team.id === task.teamId)} />
                  </li>
                ))}
              </ul>
              {nextCursor ? <p className={classes.more}>{t('more')}</p> : null}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function TaskRow({ task, team }: { task: Task; team: Team | undefined }) {
  const { t } = useTranslation('dashboard')
  const mine = useSession()?.id === task.claimedBy?.id
  return (
    <Link
      to="/teams/$teamId/tasks"
      params={{ teamId: task.teamId }}
      search={{ task: task.id }}
      className={classes.task}
    >
      {team ? (
        <TeamMark name={team.name} scheme={team.colorScheme} size={22} />
      ) : (
        <CircleDot size={16} aria-hidden />
      )}
      <div style={{ minWidth: 0 }}>
        <div className={classes.name}>{task.name}</div>
        <div className={classes.where}>
          {task.role ? <RoleTag role={task.role} plain /> : null}
          <span>
            {[
              team?.name,
              task.processModelName,
              task.processInstanceTitle,
              mine ? t('taken') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      </div>
      <TaskTime task={task} />
    </Link>
  )
}

function TaskTime({ task }: { task: Task }) {
  const { t } = useTranslation('dashboard')
  if (task.dueAt === null) {
    return (
      <span className={classes.when}>
        <Moment at={task.createdAt} />
      </span>
    )
  }
  const overdue = new Date(task.dueAt) < new Date()
  return (
    <span className={`${classes.when} ${overdue ? classes.overdue : ''}`}>
      {overdue ? t('overdue') : t('due')} <Moment at={task.dueAt} />
    </span>
  )
}
