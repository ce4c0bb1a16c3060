import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'

export function InstancePage({ instanceId }: { instanceId: number }) {
  const { t } = useTranslation('instances')
  return (
    <Page width="full">
      <PageHeader title={t('instance', { id: instanceId })} />
      <ListSkeleton rows={1} height={420} />
    </Page>
  )
}
