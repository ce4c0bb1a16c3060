import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/api/types'
import { Moment } from '@/shared/ui/Moment'
import { RewardPill } from '@/shared/ui/RewardPill'
import { RoleTag } from '@/shared/ui/RoleTag'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { DueMark } from './DueMark'
import classes from './TasksPage.module.css'

type TaskRowProps = { task: Task; selected: boolean; myId: string }

export function TaskRow({ task, selected, myId }: TaskRowProps) {
  return (
    <li>
      <Link
        className={classes.row}
        to="/teams/$teamId/tasks"
        params={{ teamId: task.teamId }}
        search={before => ({ ...before, task: task.id })}
        aria-current={selected || undefined}
        data-task={task.id}
      >
        <span className={classes.line}>
          <span className={classes.title}>{task.name}</span>
          {task.reward ? <RewardPill reward={task.reward} /> : null}
        </span>
        <span className={classes.meta}>
          <span>{task.processModelName}</span>
          {task.processInstanceTitle ? (
            <span className={classes.instance}>{task.processInstanceTitle}</span>
          ) : null}
          {task.role ? <RoleTag role={task.role} plain /> : null}
          {task.dueAt ? <DueMark at={task.dueAt} /> : null}
          {task.status === 'On Hold' || task.status === 'Error' ? (
            <StatusBadge status={task.status} bare />
          ) : null}
          <ClaimedMark task={task} myId={myId} />
          <Moment at={task.createdAt} />
        </span>
      </Link>
    </li>
  )
}

function ClaimedMark({ task, myId }: { task: Task; myId: string }) {
  const { t } = useTranslation('tasks')
  if (!task.claimedBy) return null
  return (
    <span>
      <UserRound size={13} aria-hidden />
      {task.claimedBy.id === myId
        ? t('claimed.me')
        : t('claimed.other', { name: task.claimedBy.username })}
    </span>
  )
}
