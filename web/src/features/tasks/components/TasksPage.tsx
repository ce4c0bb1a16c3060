import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'
import type { TasksSearch } from '../search'

export function TasksPage(_: { search: TasksSearch }) {
  const { t } = useTranslation('tasks')
  return (
    <Page width="full">
      <PageHeader title={t('title')} />
      <ListSkeleton rows={8} />
    </Page>
  )
}
