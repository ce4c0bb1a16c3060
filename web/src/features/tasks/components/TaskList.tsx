import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { PartyPopper, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/api/types'
import { useUser } from '@/shared/session/session'
import { Loaded } from '@/shared/ui/Loaded'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { TaskRow } from './TaskRow'
import classes from './TasksPage.module.css'

type TaskListProps = {
  query: UseInfiniteQueryResult<Task[]>
  selected: number | undefined
  filtered: boolean
  onClear: () => void
}

export function TaskList({ query, selected, filtered, onClear }: TaskListProps) {
  const { t } = useTranslation('tasks')
  const skeleton = (
    <div className={classes.pad}>
      <ListSkeleton rows={8} height={52} />
    </div>
  )
  return (
    <div className={classes.listPane}>
      <Loaded query={query} skeleton={skeleton}>
        {tasks =>
          tasks.length === 0 ? (
            <NoTasks filtered={filtered} onClear={onClear} />
          ) : (
            <Rows tasks={tasks} selected={selected} />
          )
        }
      </Loaded>
      {query.hasNextPage ? (
        <div className={classes.pad}>
          <Button
            variant="default"
            fullWidth
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Rows({ tasks, selected }: { tasks: Task[]; selected: number | undefined }) {
  const { t } = useTranslation('tasks')
  const user = useUser()
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {tasks.map(task => (
        <TaskRow key={task.id} task={task} selected={task.id === selected} myId={user.id} />
      ))}
    </ul>
  )
}

function NoTasks({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation(['tasks', 'common'])
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        framed={false}
        title={t('tasks:nothing')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('tasks:clearFilters')}
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={PartyPopper}
      framed={false}
      title={t('tasks:empty.title')}
      text={t('tasks:empty.text')}
    />
  )
}
