import { Kbd } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MousePointerClick } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskCompletion } from '@/shared/api/types'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { taskQuery } from '../api/tasks'
import { AbsentTask, TaskDetail } from './TaskDetail'
import classes from './TasksPage.module.css'

const KEYS = { next: 'j', previous: 'k' }

type TaskPaneProps = {
  taskId: number | undefined
  /** The task as the list has it, shown until it is read on its own. */
  known: Task | undefined
  onCompleted: (task: Task, completion: TaskCompletion) => void
}

export function TaskPane({ taskId, known, onCompleted }: TaskPaneProps) {
  if (taskId === undefined) return <NoTask />
  return <OpenTask key={taskId} taskId={taskId} known={known} onCompleted={onCompleted} />
}

function OpenTask({ taskId, known, onCompleted }: TaskPaneProps & { taskId: number }) {
  const { data, error } = useQuery({ ...taskQuery(taskId), placeholderData: known })
  if (error) return <AbsentTask error={error} />
  if (!data) {
    return (
      <div className={classes.pad}>
        <ListSkeleton rows={4} height={56} />
      </div>
    )
  }
  return <TaskDetail task={data} onCompleted={completion => onCompleted(data, completion)} />
}

function NoTask() {
  const { t } = useTranslation('tasks')
  const hint = (
    <>
      {t('pick.text')} <Kbd>{KEYS.next}</Kbd> <Kbd>{KEYS.previous}</Kbd>
    </>
  )
  return (
    <div className={classes.center}>
      <EmptyState icon={MousePointerClick} title={t('pick.title')} text={hint} framed={false} />
    </div>
  )
}
