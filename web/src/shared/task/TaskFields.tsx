import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TaskForm } from '@/shared/api/types'
import { Markdown } from '@/shared/ui/Markdown'
import type { Draft } from './answer'
import { ChoiceField } from './ChoiceField'
import classes from './TaskFields.module.css'

type TaskFieldsProps = {
  form: TaskForm
  draft: Draft
  onChange: (draft: Draft) => void
  error: string | undefined
}

/** What a task asks for, with what is to be known first. */
export function TaskFields(props: TaskFieldsProps) {
  const { infoText } = props.form
  return (
    <>
      {infoText ? <Markdown text={infoText} /> : null}
      <KindFields {...props} />
    </>
  )
}

function KindFields({ form, draft, onChange, error }: TaskFieldsProps) {
  const { t } = useTranslation('tasks')
  switch (form.kind) {
    case 'text':
      return (
        <Textarea
          label={t('form.text')}
          description={form.pattern ? t('form.pattern', { pattern: form.pattern }) : undefined}
          value={draft.text}
          error={error}
          autosize
          minRows={2}
          maxRows={12}
          onChange={event => onChange({ ...draft, text: event.currentTarget.value })}
        />
      )
    case 'single':
    case 'multiple':
      return <ChoiceField form={form} draft={draft} onChange={onChange} error={error} />
    case 'info':
      return null
    case 'external':
      return form.url ? <ExternalPage url={form.url} /> : null
  }
}

/** The page of another server, kept apart from this one; its host is named, so that nobody is fooled. */
function ExternalPage({ url }: { url: string }) {
  const { t } = useTranslation('tasks')
  const host = new URL(url, window.location.origin).host
  return (
    <div>
      <p className={classes.legend}>{t('form.external', { host })}</p>
      <iframe
        className={classes.frame}
        title={t('form.external', { host })}
        src={url}
        sandbox="allow-forms allow-scripts"
        referrerPolicy="no-referrer"
      />
    </div>
  )
}
