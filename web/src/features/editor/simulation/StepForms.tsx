import { Button, TextInput } from '@mantine/core'
import { Check, RotateCw, TriangleAlert } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskForm } from '@/shared/api/types'
import { answerOf, EMPTY, isUnanswered } from '@/shared/task/answer'
import { useRefusalText } from '@/shared/task/refusal-text'
import { TaskFields } from '@/shared/task/TaskFields'
import type { OpenStep, PlayAnswer } from '../api/simulation'
import { SendButton } from './SendButton'
import classes from './Simulation.module.css'
import { NOTHING_TYPED, ValueFields, valuesOf } from './ValueFields'

export type StepAnswer = Omit<PlayAnswer, 'number' | 'secondsLater'>

type StepFormProps = {
  step: OpenStep
  pending: boolean
  errors: Record<string, string>
  onAnswer: (answer: StepAnswer) => void
}

/** How an open step is answered: with the form people get, as its server would, or by trying it again. */
export function StepForm(props: StepFormProps) {
  const { t } = useTranslation('editor')
  const { step } = props
  switch (step.status) {
    case 'Todo':
      return step.form && step.form.kind !== 'external' ? (
        <PersonForm {...props} form={step.form} />
      ) : (
        <ServerForm {...props} />
      )
    case 'In Progress':
      return <ServerForm {...props} />
    case 'Created':
      return <p className={classes.note}>{t('simulate.joinWaits')}</p>
    case 'Error':
      return <RetryForm {...props} />
  }
}

/** Ctrl+Enter sends a form from everywhere inside. */
function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

function PersonForm({ form, pending, errors, onAnswer }: StepFormProps & { form: TaskForm }) {
  const { t } = useTranslation(['editor', 'tasks'])
  const [draft, setDraft] = useState(EMPTY)
  const [missing, setMissing] = useState(false)
  const unanswered = isUnanswered(form, draft)
  const told = useRefusalText(form)
  const refused = errors[form.variable ?? ''] === undefined ? undefined : told
  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(true)
    if (!unanswered) onAnswer({ action: 'complete', data: answerOf(form, draft) })
  }
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={sendOnCtrlEnter} noValidate>
      <TaskFields
        form={form}
        draft={draft}
        onChange={setDraft}
        error={missing && unanswered ? t('tasks:form.missing') : refused}
      />
      <SendButton
        icon={Check}
        label={t(form.kind === 'info' ? 'tasks:form.confirm' : 'tasks:form.submit')}
        pending={pending}
      />
    </form>
  )
}

/** Nobody is called: who plays says what the server would. */
function ServerForm({ step, pending, errors, onAnswer }: StepFormProps) {
  const { t } = useTranslation('editor')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [message, setMessage] = useState('')
  const [asked, setAsked] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    onAnswer({ action: 'complete', data: valuesOf(typed) })
  }
  function fail() {
    setAsked(true)
    if (message.trim() !== '') onAnswer({ action: 'fail', errorMessage: message.trim() })
  }
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={sendOnCtrlEnter} noValidate>
      <p className={classes.note}>
        {t(step.form ? 'simulate.pageAnswers' : 'simulate.serverAnswers')}
      </p>
      <ValueFields
        names={step.outputs}
        typed={typed}
        onChange={setTyped}
        errors={errors}
        open={step.form === null}
      />
      <SendButton icon={Check} label={t('simulate.succeed')} pending={pending} />
      <TextInput
        label={t('simulate.errorMessage')}
        value={message}
        error={asked && message.trim() === '' ? t('simulate.errorMissing') : errors.errorMessage}
        maxLength={2000}
        autoComplete="off"
        onChange={event => setMessage(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          variant="default"
          size="xs"
          disabled={pending}
          leftSection={<TriangleAlert size={14} aria-hidden />}
          onClick={fail}
        >
          {t('simulate.fail')}
        </Button>
      </div>
    </form>
  )
}

function RetryForm({ step, pending, errors, onAnswer }: StepFormProps) {
  const { t } = useTranslation('editor')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  function submit(event: FormEvent) {
    event.preventDefault()
    onAnswer({ action: 'retry', data: valuesOf(typed) })
  }
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={sendOnCtrlEnter} noValidate>
      <p className={classes.incident} lang="en">
        {step.incident}
      </p>
      {step.canRetry ? (
        <>
          <ValueFields names={[]} typed={typed} onChange={setTyped} errors={errors} open />
          <SendButton icon={RotateCw} label={t('simulate.retry')} pending={pending} />
        </>
      ) : null}
    </form>
  )
}
