import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'
import type { ModelsSearch } from '../search'

export function ModelsPage(_: { search: ModelsSearch }) {
  const { t } = useTranslation('models')
  return (
    <Page>
      <PageHeader title={t('title')} />
      <ListSkeleton rows={6} height={52} />
    </Page>
  )
}
