import { Button } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import type { EarnedReward, Task, TaskCompletion } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Page } from '@/shared/ui/Page'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
import { type TaskFilter, taskPagesQuery } from '../api/tasks'
import type { TasksSearch } from '../search'
import { Celebration } from './Celebration'
import { StartProcess } from './StartProcess'
import { TaskFilters } from './TaskFilters'
import { TaskList } from './TaskList'
import { TaskPane } from './TaskPane'
import classes from './TasksPage.module.css'
import { useListKeys } from './use-list-keys'

const SEARCH_PAUSE = 200
const PHONE = '(max-width: 48em)'
const NO_TASKS: Task[] = []

function filterOf(search: TasksSearch): TaskFilter {
  return {
    search: search.q ?? '',
    roleId: search.role,
    processModelId: search.process,
    sort: search.sort ?? 'due',
  }
}

/** The worklist: what waits for the caller, and beside it the task at hand. */
export function TasksPage({ search }: { search: TasksSearch }) {
  const { t } = useTranslation('tasks')
  const team = useTeam()
  const navigate = useNavigate()
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches) ?? false
  const query = useInfiniteQuery(taskPagesQuery(team.id, filterOf(search)))
  const tasks = query.data ?? NO_TASKS
  const [earned, setEarned] = useState<{ id: number; rewards: EarnedReward[] } | null>(null)
  useDocumentTitle(t('title'))

  const change = useCallback(
    (part: { [K in keyof TasksSearch]?: TasksSearch[K] | undefined }, replace = true) =>
      void navigate({
        to: '/teams/$teamId/tasks',
        params: { teamId: team.id },
        search: before => ({ ...before, ...part }) as TasksSearch,
        replace,
      }),
    [navigate, team.id],
  )
  const [typed, setTyped] = useTypedSearch(search, change)
  const select = useCallback((task: number) => change({ task }), [change])
  const close = useCallback(() => change({ task: undefined }), [change])
  useListKeys({ tasks, selected: search.task, select, close })

  function completed(task: Task, { rewards, tasks: next }: TaskCompletion) {
    setEarned({ id: task.id, rewards: rewards.filter(reward => reward.reason === null) })
    const rest = tasks.filter(each => each.id !== task.id)
    const at = tasks.findIndex(each => each.id === task.id)
    // What the completion brought about comes first: the thought goes on.
    const opened = next.find(each => !tasks.some(known => known.id === each.id))
    change({ task: (opened ?? next[0] ?? rest[at] ?? rest[at - 1])?.id })
  }
  const celebrated = useCallback(() => setEarned(null), [])

  const list = (
    <TaskList
      query={query}
      selected={search.task}
      filtered={Boolean(search.q || search.role || search.process)}
      onClear={() => {
        setTyped('')
        change({ q: undefined, role: undefined, process: undefined })
      }}
    />
  )
  const detail = (
    <div className={classes.detailPane}>
      {phone ? <BackButton onClick={close} /> : null}
      <TaskPane
        taskId={search.task}
        known={tasks.find(task => task.id === search.task)}
        onCompleted={completed}
      />
    </div>
  )

  const celebration = earned ? (
    <Celebration key={earned.id} rewards={earned.rewards} onOver={celebrated} />
  ) : null

  if (phone && search.task !== undefined) {
    return (
      <Page width="bleed">
        {celebration}
        {detail}
      </Page>
    )
  }
  return (
    <Page width="bleed">
      {celebration}
      <div className={classes.page}>
        <div className={classes.top}>
          <h1 className={classes.heading}>{t('title')}</h1>
          <TaskFilters
            search={search}
            typed={typed}
            onType={setTyped}
            onChange={change}
            tasks={tasks}
          />
          <StartProcess />
        </div>
        <div className={classes.panes}>{phone ? list : <Panes list={list} detail={detail} />}</div>
      </div>
    </Page>
  )
}

function useTypedSearch(search: TasksSearch, change: (part: { q?: string | undefined }) => void) {
  const [typed, setTyped] = useState(search.q ?? '')
  const [wanted] = useDebouncedValue(typed.trim(), SEARCH_PAUSE)
  const current = search.q ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing changes the address, never the other way round.
  useEffect(() => {
    if (wanted !== current) change({ q: wanted === '' ? undefined : wanted })
  }, [wanted])
  return [typed, setTyped] as const
}

function BackButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('tasks')
  return (
    <Button
      variant="subtle"
      color="gray"
      m="xs"
      leftSection={<ArrowLeft size={15} aria-hidden />}
      onClick={onClick}
    >
      {t('back')}
    </Button>
  )
}

type PanesProps = { list: ReactNode; detail: ReactNode }

function Panes({ list, detail }: PanesProps) {
  const { t } = useTranslation('tasks')
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'processflow.tasks',
    storage: window.localStorage,
  })
  return (
    <Group orientation="horizontal" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <Panel id="list" defaultSize="42%" minSize="280px">
        {list}
      </Panel>
      <Separator className={classes.separator} aria-label={t('resize')} />
      <Panel id="detail" minSize="320px">
        {detail}
      </Panel>
    </Group>
  )
}
