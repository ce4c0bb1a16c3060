import { useTranslation } from 'react-i18next'
import { Page, PageHeader } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'

export function EditorPage({ modelId }: { modelId: number }) {
  const { t } = useTranslation('editor')
  return (
    <Page width="full">
      <PageHeader title={t('title', { id: modelId })} />
      <ListSkeleton rows={1} height={480} />
    </Page>
  )
}
