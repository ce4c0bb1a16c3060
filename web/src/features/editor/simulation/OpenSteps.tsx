import { NumberInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '@/shared/ui/Markdown'
import { RewardPill } from '@/shared/ui/RewardPill'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import type { OpenStep, PlayAnswer, Simulation } from '../api/simulation'
import classes from './Simulation.module.css'
import { type StepAnswer, StepForm } from './StepForms'
import { challengeRuns } from './story'

type OpenStepsProps = {
  result: Simulation
  pending: boolean
  /** What the server has against an answer, by field. */
  errorsOf: (step: OpenStep) => Record<string, string>
  onAnswer: (answer: PlayAnswer) => void
  onHighlight: (bpmnId: string | null) => void
}

/** Where the tokens stand, each with what it waits for. */
export function OpenSteps({ result, pending, errorsOf, onAnswer, onHighlight }: OpenStepsProps) {
  const { t } = useTranslation('editor')
  const [seconds, setSeconds] = useState(0)
  function answer(step: OpenStep, said: StepAnswer) {
    onAnswer({ ...said, number: step.number, ...(seconds > 0 ? { secondsLater: seconds } : {}) })
    setSeconds(0)
  }
  return (
    <>
      {challengeRuns(result) ? (
        <NumberInput
          label={t('simulate.seconds')}
          description={t('simulate.secondsHint')}
          min={0}
          max={316_224_000}
          allowDecimal={false}
          value={seconds}
          onChange={value => setSeconds(Number(value) || 0)}
        />
      ) : null}
      {result.open.map(step => (
        <Step
          key={step.number}
          step={step}
          pending={pending}
          errors={errorsOf(step)}
          onAnswer={said => answer(step, said)}
          onHighlight={onHighlight}
        />
      ))}
    </>
  )
}

type StepProps = {
  step: OpenStep
  pending: boolean
  errors: Record<string, string>
  onAnswer: (answer: StepAnswer) => void
  onHighlight: (bpmnId: string | null) => void
}

function Step({ step, onHighlight, ...form }: StepProps) {
  const { t } = useTranslation('editor')
  const id = useId()
  return (
    <section
      className={classes.step}
      aria-labelledby={id}
      onFocus={() => onHighlight(step.bpmnId)}
      onPointerEnter={() => onHighlight(step.bpmnId)}
      onPointerLeave={() => onHighlight(null)}
    >
      <h3 id={id} tabIndex={-1} data-step={step.number} className={classes.stepTitle}>
        {step.name}
      </h3>
      <div className={classes.facts}>
        <StatusBadge status={step.status} bare />
        {step.role ? <span>{t('simulate.role', { role: step.role.name })}</span> : null}
        {step.reward ? <RewardPill reward={step.reward} /> : null}
      </div>
      {step.description && step.status !== 'Error' ? <Markdown text={step.description} /> : null}
      <StepForm step={step} {...form} />
    </section>
  )
}
