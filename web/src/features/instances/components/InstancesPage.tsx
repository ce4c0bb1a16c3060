import { Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Activity, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { InstanceStatus, ProcessInstance } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Loaded } from '@/shared/ui/Loaded'
import { Page, PageHeader } from '@/shared/ui/Page'
import { EmptyState, ListSkeleton } from '@/shared/ui/States'
import { instancePagesQuery } from '../api/instances'
import type { InstancesSearch } from '../search'
import { INSTANCE_STATUSES } from '../status'
import classes from './InstancesPage.module.css'
import { InstanceTable } from './InstanceTable'

/** All runs of the team's processes, the newest first. */
export function InstancesPage({ search }: { search: InstancesSearch }) {
  const { t } = useTranslation('instances')
  const team = useTeam()
  const navigate = useNavigate()
  const query = useInfiniteQuery(instancePagesQuery(team.id, search))
  const filtered = search.process !== undefined || search.status !== undefined

  function show(next: InstancesSearch) {
    void navigate({ to: '/teams/$teamId/instances', params: { teamId: team.id }, search: next })
  }

  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      <Filters search={search} instances={query.data ?? []} onChange={show} />
      <Loaded query={query} skeleton={<ListSkeleton rows={8} />}>
        {instances =>
          instances.length === 0 ? (
            <Nothing filtered={filtered} onClear={() => show({})} />
          ) : (
            <InstanceTable instances={instances} teamId={team.id} />
          )
        }
      </Loaded>
      {query.hasNextPage ? (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </Page>
  )
}

const STATUS_WORDS = {
  Running: 'status.running',
  'On Hold': 'status.onHold',
  Error: 'status.error',
  Completed: 'status.completed',
  Cancelled: 'status.cancelled',
} as const satisfies Record<InstanceStatus, string>

type FiltersProps = {
  search: InstancesSearch
  instances: ProcessInstance[]
  onChange: (search: InstancesSearch) => void
}

function Filters({ search, instances, onChange }: FiltersProps) {
  const { t } = useTranslation('instances')
  const names = new Map(instances.map(each => [String(each.processModelId), each.processModelName]))
  const { process, status } = search
  return (
    <div className={classes.filters}>
      <Select
        aria-label={t('filter.status')}
        placeholder={t('filter.status')}
        data={INSTANCE_STATUSES.map(value => ({ value, label: t(STATUS_WORDS[value]) }))}
        value={status ?? null}
        onChange={value => {
          const chosen = INSTANCE_STATUSES.find(each => each === value)
          onChange({ ...(process ? { process } : {}), ...(chosen ? { status: chosen } : {}) })
        }}
        clearable
      />
      <Select
        className={classes.process}
        aria-label={t('filter.process')}
        placeholder={t('filter.process')}
        data={[...names].map(([value, label]) => ({ value, label }))}
        value={process === undefined ? null : String(process)}
        onChange={value =>
          onChange({ ...(value ? { process: Number(value) } : {}), ...(status ? { status } : {}) })
        }
        clearable
      />
    </div>
  )
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('instances')
  if (!filtered) {
    return <EmptyState icon={Activity} title={t('empty.title')} text={t('empty.text')} />
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t('nothing')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  )
}
