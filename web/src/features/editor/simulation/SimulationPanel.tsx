import { RotateCcw, StepBack } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shown } from '@/shared/format/variable-text'
import { IconButton } from '@/shared/ui/IconButton'
import { fieldErrors, isToldByFields } from '@/shared/ui/problem-fields'
import { ErrorNote } from '@/shared/ui/States'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import type { OpenStep, Simulation, Values } from '../api/simulation'
import panel from '../panel/Panel.module.css'
import { OpenSteps } from './OpenSteps'
import classes from './Simulation.module.css'
import { StartForm } from './StartForm'
import { Story } from './Story'
import { type Played, useSimulation } from './use-simulation'
import type { Stage } from './use-simulation-mode'
import { NOTHING_TYPED } from './ValueFields'

type SimulationPanelProps = {
  modelId: number
  stage: Stage
  played: Played | null
  onPlayed: (played: Played | null) => void
  onHighlight: (bpmnId: string | null) => void
}

const NO_ERRORS: Record<string, string> = {}

/** Plays the drawing: what it waits for is answered here, and each answer can be taken back. */
export function SimulationPanel({ modelId, stage, played, ...on }: SimulationPanelProps) {
  const { t } = useTranslation('editor')
  const { inputs } = stage
  const play = useSimulation(modelId, played, on.onPlayed)
  // The inputs stay as they were typed when it starts again.
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [asked, setAsked] = useState<number | null>(null)
  const ground = useRef<HTMLElement>(null)
  const result = played?.result ?? null
  useFocusOnNext(ground, result)
  useFocusOnRefused(ground, play.error, asked)

  const errors = play.error ? fieldErrors(play.error) : NO_ERRORS
  const errorsOf = (step: OpenStep) => (step.number === asked ? errors : NO_ERRORS)
  const fields = result
    ? [...(result.open.find(step => step.number === asked)?.outputs ?? []), 'errorMessage']
    : inputs
  return (
    <aside className={panel.panel} aria-label={t('simulate.title')} ref={ground}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('simulate.title')}</h2>
        {result ? <StatusBadge status={statusOf(result)} /> : null}
        <span className={classes.tools}>
          <IconButton
            icon={StepBack}
            label={t('simulate.back')}
            disabled={!played || play.pending}
            onClick={play.back}
          />
          <IconButton
            icon={RotateCcw}
            label={t('simulate.again')}
            disabled={!played || play.pending}
            onClick={play.again}
          />
        </span>
      </header>
      <div className={classes.body}>
        {play.error && !isToldByFields(play.error, fields) ? (
          <ErrorNote error={play.error} />
        ) : null}
        {result && result.draftRevision !== stage.revision ? (
          <p className={classes.incident} role="alert">
            {t('simulate.changed')}
          </p>
        ) : null}
        {result === null ? (
          <StartForm
            inputs={inputs}
            typed={typed}
            onChange={setTyped}
            pending={play.pending}
            errors={errors}
            onStart={play.start}
          />
        ) : (
          <>
            {result.status === 'Completed' ? (
              <p className={classes.ended} tabIndex={-1} data-step>
                {t('simulate.ended')}
              </p>
            ) : null}
            <OpenSteps
              result={result}
              pending={play.pending}
              errorsOf={errorsOf}
              onAnswer={answer => {
                setAsked(answer.number)
                play.answer(answer)
              }}
              onHighlight={on.onHighlight}
            />
          </>
        )}
      </div>
      {result ? <Known result={result} /> : null}
    </aside>
  )
}

/** Running is a word for instances; a step that is open says more. */
function statusOf({ status }: Simulation) {
  return status === 'Running' ? 'In Progress' : status
}

/** After each answer the focus goes to what is open now, and so does who listens. */
function useFocusOnNext(ground: RefObject<HTMLElement | null>, result: Simulation | null): void {
  useEffect(() => {
    const first = result ? '[data-step]' : 'form input, form button'
    ground.current?.querySelector<HTMLElement>(first)?.focus()
  }, [ground, result])
}

/** A refused answer brings the focus back to what is wrong: the button that was pressed could not keep it. */
function useFocusOnRefused(
  ground: RefObject<HTMLElement | null>,
  error: unknown,
  asked: number | null,
): void {
  useEffect(() => {
    if (!error) return
    const find = (selector: string) => ground.current?.querySelector<HTMLElement>(selector)
    const refused = find('[aria-invalid="true"]') ?? find(`[data-step="${asked}"]`)
    refused?.focus()
  }, [ground, error, asked])
}

/** The values as they are now, and how it came to this. */
function Known({ result }: { result: Simulation }) {
  const { t } = useTranslation('editor')
  return (
    <>
      <section className={panel.section} aria-label={t('simulate.variables')}>
        <h3 className={panel.sectionTitle}>{t('simulate.variables')}</h3>
        <Variables values={result.variables} />
      </section>
      <section className={panel.section} aria-label={t('simulate.story')} aria-live="polite">
        <h3 className={panel.sectionTitle}>{t('simulate.story')}</h3>
        <Story turns={result.turns} />
      </section>
    </>
  )
}

function Variables({ values }: { values: Values }) {
  const { t } = useTranslation('editor')
  const all = Object.entries(values)
  if (all.length === 0) return <p className={classes.note}>{t('simulate.noVariables')}</p>
  return (
    <dl className={classes.variables}>
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
