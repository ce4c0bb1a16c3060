import { CircleCheck, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import classes from './ModelsPage.module.css'

/** "Version 3 is published", "Draft", "Changed since version 3". */
export function ModelState({ model }: { model: ProcessModel }) {
  const { t } = useTranslation('models')
  const { publishedVersion, latestVersion } = model
  return (
    <div className={classes.states}>
      {publishedVersion === null ? null : (
        <span className={classes.state} data-tone="published">
          <CircleCheck size={13} aria-hidden />
          {t('state.published', { version: publishedVersion })}
        </span>
      )}
      {latestVersion === null ? <span className={classes.state}>{t('state.draft')}</span> : null}
      {latestVersion !== null && publishedVersion === null ? (
        <span className={classes.state}>{t('state.withdrawn')}</span>
      ) : null}
      {latestVersion !== null && model.hasDraftChanges ? (
        <span className={classes.state} data-tone="changed">
          <PencilLine size={13} aria-hidden />
          {t('state.changed')}
        </span>
      ) : null}
    </div>
  )
}
