import { Button } from '@mantine/core'
import { Check, CloudOff, LoaderCircle, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '@/shared/ui/Moment'
import type { SaveState } from '../draft-saver'
import classes from './EditorPage.module.css'

/** Whether the drawing is safe, in words. */
export function SaveNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  switch (state.kind) {
    case 'saved':
      return (
        <span className={classes.save} role="status">
          <Check size={13} aria-hidden />
          {t('editor:save.saved')}
          {state.at ? <Moment at={state.at} /> : null}
        </span>
      )
    case 'unsaved':
      return (
        <span className={classes.save} role="status">
          <PencilLine size={13} aria-hidden />
          {t('editor:save.unsaved')}
        </span>
      )
    case 'saving':
      return (
        <span className={classes.save} role="status">
          <LoaderCircle size={13} aria-hidden />
          {t('editor:save.saving')}
        </span>
      )
    case 'failed':
    case 'conflict':
      return (
        <span className={classes.save} data-tone="error" role="alert">
          <CloudOff size={13} aria-hidden />
          {t(state.kind === 'conflict' ? 'editor:save.conflict' : 'editor:save.failed')}
          {state.kind === 'failed' ? (
            <Button size="xs" variant="subtle" color="red" onClick={onRetry}>
              {t('common:action.retry')}
            </Button>
          ) : null}
        </span>
      )
  }
}
