import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTeam } from '@/shared/team/team'
import { Page, PageHeader } from '@/shared/ui/Page'
import { EmptyState } from '@/shared/ui/States'

/** A member whose roles open no page yet. */
export function NoPagesPage() {
  const { t } = useTranslation('team')
  const team = useTeam()
  return (
    <Page>
      <PageHeader title={team.name} />
      <EmptyState icon={KeyRound} title={t('noPages.title')} text={t('noPages.text')} />
    </Page>
  )
}
