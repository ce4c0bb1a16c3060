import { ButtonLink } from '@/shared/ui/links'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
export function LandingPage() {
  useDocumentTitle('ProcessFlow')
  return (
    <ButtonLink to="/sign-in" search={{}}>
      ProcessFlow
    </ButtonLink>
  )
}
