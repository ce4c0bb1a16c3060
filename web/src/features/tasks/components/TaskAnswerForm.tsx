import { Button } from '@mantine/core'
import { Check } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskCompletion } from '@/shared/api/types'
import { answerOf, isUnanswered } from '@/shared/task/answer'
import { useRefusalText } from '@/shared/task/refusal-text'
import { TaskFields } from '@/shared/task/TaskFields'
import { fieldErrors, isToldByFields } from '@/shared/ui/problem-fields'
import { useAnswerDraft } from '../answer'
import { useComplete } from '../api/tasks'
import classes from './TaskDetail.module.css'
import { TaskProblem } from './TaskProblem'
import { useChoiceKeys } from './use-choice-keys'

type TaskAnswerFormProps = { task: Task; onCompleted: (completion: TaskCompletion) => void }

/** The form of a task; Ctrl+Enter sends it from everywhere inside. */
export function TaskAnswerForm({ task, onCompleted }: TaskAnswerFormProps) {
  const { t } = useTranslation('tasks')
  const { form } = task
  const { draft, change, forget } = useAnswerDraft(task.id)
  const complete = useComplete(task)
  const element = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState(false)
  useChoiceKeys(form, draft, change, () => element.current?.requestSubmit())

  const variable = form.variable ?? ''
  const refused = complete.error ? fieldErrors(complete.error)[variable] !== undefined : false
  const told = useRefusalText(form)
  const fieldError = missing && isUnanswered(form, draft) ? t('form.missing') : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(true)
    if (isUnanswered(form, draft) || complete.isPending) return
    complete.mutate(answerOf(form, draft), {
      onSuccess: completion => {
        forget()
        onCompleted(completion)
      },
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      element.current?.requestSubmit()
    }
  }

  const otherError = complete.error && !isToldByFields(complete.error, [variable])
  return (
    <form className={classes.form} ref={element} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <TaskFields
        form={form}
        draft={draft}
        onChange={change}
        error={fieldError ?? (refused ? told : undefined)}
      />
      {otherError ? <TaskProblem error={complete.error} /> : null}
      {form.kind === 'external' ? null : (
        <div className={classes.submit}>
          <Button
            type="submit"
            loading={complete.isPending}
            leftSection={<Check size={15} aria-hidden />}
          >
            {t(form.kind === 'info' ? 'form.confirm' : 'form.submit')}
          </Button>
          <span className={classes.keys}>{t('form.keys')}</span>
        </div>
      )}
    </form>
  )
}
