import { ListChecks, type LucideIcon, Medal, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/shared/ui/links'
import { ProcessArt } from '@/shared/ui/ProcessArt'
import { PublicFrame } from '@/shared/ui/PublicFrame'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
import classes from './LandingPage.module.css'

const POINTS = [
  { icon: Workflow, title: 'draw.title', text: 'draw.text' },
  { icon: ListChecks, title: 'work.title', text: 'work.text' },
  { icon: Medal, title: 'reward.title', text: 'reward.text' },
] as const satisfies readonly { icon: LucideIcon; title: string; text: string }[]

/** What the product is, for somebody who is not signed in. */
export function LandingPage() {
  const { t } = useTranslation('landing')
  useDocumentTitle('ProcessFlow')
  const signIn = (
    <ButtonLink to="/sign-in" search={{}} variant="default">
      {t('signIn')}
    </ButtonLink>
  )
  return (
    <PublicFrame tools={signIn}>
      <div className={classes.hero}>
        <div>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
          <div className={classes.actions}>
            <ButtonLink to="/sign-up" search={{}} size="md">
              {t('start')}
            </ButtonLink>
            <ButtonLink to="/sign-in" search={{}} size="md" variant="default">
              {t('signIn')}
            </ButtonLink>
          </div>
          <p className={classes.own}>{t('own')}</p>
        </div>
        <div className={classes.picture}>
          <ProcessArt />
        </div>
      </div>
      <div className={classes.points}>
        <div className={classes.grid}>
          {POINTS.map(({ icon: Icon, title, text }) => (
            <div className={classes.point} key={title}>
              <Icon size={22} strokeWidth={1.75} aria-hidden />
              <h2>{t(title)}</h2>
              <p>{t(text)}</p>
            </div>
          ))}
        </div>
      </div>
    </PublicFrame>
  )
}
