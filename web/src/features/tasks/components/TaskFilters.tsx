import { Select, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { SORTS, type TasksSearch } from '../search'
import classes from './TasksPage.module.css'

type TaskFiltersProps = {
  search: TasksSearch
  typed: string
  onType: (text: string) => void
  onChange: (change: Partial<TasksSearch>) => void
  tasks: readonly Task[]
}

function processesOf(tasks: readonly Task[]): { value: string; label: string }[] {
  const names = new Map(tasks.map(task => [String(task.processModelId), task.processModelName]))
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** Search, role, process and order of the worklist. */
export function TaskFilters({ search, typed, onType, onChange, tasks }: TaskFiltersProps) {
  const { t } = useTranslation('tasks')
  const team = useTeam()
  const chosen = (id: number | undefined) => (id === undefined ? null : String(id))
  const roles = team.roles.map(role => ({ value: String(role.id), label: role.name }))
  const processes = processesOf(tasks)
  return (
    <>
      <TextInput
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<Search size={14} aria-hidden />}
        value={typed}
        onChange={event => onType(event.currentTarget.value)}
        type="search"
        data-page-search
      />
      {roles.length > 1 || search.role !== undefined ? (
        <Select
          className={classes.filter}
          aria-label={t('filter.role')}
          placeholder={t('filter.role')}
          data={roles}
          value={chosen(search.role)}
          onChange={value => onChange({ role: value === null ? undefined : Number(value) })}
          clearable
        />
      ) : null}
      {processes.length > 1 || search.process !== undefined ? (
        <Select
          className={classes.filter}
          aria-label={t('filter.process')}
          placeholder={t('filter.process')}
          data={processes}
          value={chosen(search.process)}
          onChange={value => onChange({ process: value === null ? undefined : Number(value) })}
          clearable
        />
      ) : null}
      <Select
        className={classes.filter}
        aria-label={t('sort.label')}
        data={SORTS.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
        value={search.sort ?? 'due'}
        onChange={value => onChange({ sort: SORTS.find(sort => sort === value) })}
      />
    </>
  )
}
