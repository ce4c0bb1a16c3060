import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'
import type { InstancesSearch } from '../search'

export function InstancesPage(_: { search: InstancesSearch }) {
  const { t } = useTranslation('instances')
  return (
    <Page width="full">
      <PageHeader title={t('title')} />
      <ListSkeleton rows={8} />
    </Page>
  )
}
