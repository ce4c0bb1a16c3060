import { Play } from 'lucide-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Values } from '../api/simulation'
import { SendButton } from './SendButton'
import classes from './Simulation.module.css'
import { type Typed, ValueFields, valuesOf } from './ValueFields'

type StartFormProps = {
  inputs: readonly string[]
  typed: Typed
  onChange: (typed: Typed) => void
  pending: boolean
  errors: Record<string, string>
  onStart: (values: Values) => void
}

/** What the start asks for. */
export function StartForm(props: StartFormProps) {
  const { inputs, typed, onChange, pending, errors, onStart } = props
  const { t } = useTranslation('editor')
  function submit(event: FormEvent) {
    event.preventDefault()
    onStart(valuesOf(typed, inputs))
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.note}>
        {t(inputs.length === 0 ? 'simulate.noInputs' : 'simulate.inputs')}
      </p>
      <ValueFields names={inputs} typed={typed} onChange={onChange} errors={errors} />
      <SendButton icon={Play} label={t('simulate.start')} pending={pending} />
    </form>
  )
}
