import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Info, UserRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskCompletion } from '@/shared/api/types'
import { useUser } from '@/shared/session/session'
import { Markdown } from '@/shared/ui/Markdown'
import { Moment } from '@/shared/ui/Moment'
import { RewardPill } from '@/shared/ui/RewardPill'
import { RoleTag } from '@/shared/ui/RoleTag'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { useClaim, useRelease } from '../api/tasks'
import { DueMark } from './DueMark'
import { TaskAnswerForm } from './TaskAnswerForm'
import classes from './TaskDetail.module.css'
import { TaskProblem } from './TaskProblem'

type TaskDetailProps = { task: Task; onCompleted: (completion: TaskCompletion) => void }

/** One task: what it is, why it is mine, what it earns, and its form. */
export function TaskDetail({ task, onCompleted }: TaskDetailProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each task that is opened takes the focus once.
  useEffect(() => title.current?.focus({ preventScroll: true }), [task.id])
  return (
    <article className={classes.detail} aria-labelledby="task-title">
      <header className={classes.head}>
        <div className={classes.titleRow}>
          <h2 className={classes.title} id="task-title" ref={title} tabIndex={-1}>
            {task.name}
          </h2>
          <ClaimButton task={task} />
        </div>
        <TaskFacts task={task} />
      </header>
      {task.description ? <Markdown text={task.description} /> : null}
      <TaskBody task={task} onCompleted={onCompleted} />
    </article>
  )
}

function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation('tasks')
  return (
    <div className={classes.facts}>
      <StatusBadge status={task.status} />
      {task.role ? <RoleTag role={task.role} /> : null}
      {task.reward ? <RewardPill reward={task.reward} /> : null}
      {task.dueAt ? <DueMark at={task.dueAt} /> : null}
      <Link
        to="/teams/$teamId/instances/$instanceId"
        params={{ teamId: task.teamId, instanceId: task.processInstanceId }}
      >
        {t('instance', { process: task.processModelName, id: task.processInstanceId })}
      </Link>
      {task.processInstanceTitle ? (
        <span className={classes.instance}>{task.processInstanceTitle}</span>
      ) : null}
      <Moment at={task.createdAt} />
    </div>
  )
}

function ClaimButton({ task }: { task: Task }) {
  const { t } = useTranslation('tasks')
  const user = useUser()
  const claim = useClaim(task)
  const release = useRelease(task)
  if (task.status !== 'Todo' && task.status !== 'In Progress') return null
  if (task.claimedBy === null) {
    return (
      <Button
        variant="default"
        aria-keyshortcuts="c"
        data-task-claim
        loading={claim.isPending}
        onClick={() => claim.mutate()}
      >
        {t('action.claim')}
      </Button>
    )
  }
  if (task.claimedBy.id !== user.id) return null
  return (
    <Button
      variant="default"
      aria-keyshortcuts="u"
      data-task-release
      loading={release.isPending}
      onClick={() => release.mutate()}
    >
      {t('action.release')}
    </Button>
  )
}

function TaskBody({ task, onCompleted }: TaskDetailProps) {
  const { t } = useTranslation('tasks')
  const user = useUser()
  if (task.status === 'On Hold') return <Note text={t('problem.onHold')} />
  if (task.status === 'Completed' || task.status === 'Cancelled') {
    return <Note text={t(task.status === 'Completed' ? 'problem.done' : 'problem.cancelled')} />
  }
  if (task.claimedBy && task.claimedBy.id !== user.id) {
    return <Note text={t('problem.claimedBy', { name: task.claimedBy.username })} person />
  }
  return <TaskAnswerForm key={task.id} task={task} onCompleted={onCompleted} />
}

function Note({ text, person = false }: { text: string; person?: boolean }) {
  const Icon = person ? UserRound : Info
  return (
    <div className={classes.note}>
      <Icon size={15} aria-hidden />
      <p>{text}</p>
    </div>
  )
}

/** A task that can not be shown: gone, done by somebody else, or not for the caller. */
export function AbsentTask({ error }: { error: unknown }) {
  return (
    <div className={classes.detail}>
      <TaskProblem error={error} />
    </div>
  )
}
