import { Signpost } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/shared/ui/links'
import { PublicFrame } from '@/shared/ui/PublicFrame'
import { EmptyState } from '@/shared/ui/States'
import { useDocumentTitle } from '@/shared/ui/use-document-title'

export function NotFoundPage() {
  const { t } = useTranslation()
  useDocumentTitle(t('notFound.title'))
  return (
    <PublicFrame>
      <EmptyState
        framed={false}
        icon={Signpost}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={<ButtonLink to="/dashboard">{t('notFound.home')}</ButtonLink>}
      />
    </PublicFrame>
  )
}
