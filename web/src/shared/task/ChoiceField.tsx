import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskForm } from '@/shared/api/types'
import { type Draft, toggled } from './answer'
import classes from './TaskFields.module.css'

type ChoiceFieldProps = {
  form: TaskForm
  draft: Draft
  onChange: (draft: Draft) => void
  error: string | undefined
}

const KEYS = 9

/** One of several, or several of several; the first nine have the keys 1 to 9. */
export function ChoiceField({ form, draft, onChange, error }: ChoiceFieldProps) {
  const { t } = useTranslation('tasks')
  const id = useId()
  const single = form.kind === 'single'
  return (
    <fieldset className={classes.fieldset} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes.legend}>{t(single ? 'form.chooseOne' : 'form.chooseAny')}</legend>
      <div className={classes.choices}>
        {form.choices.map((choice, index) => (
          <label className={classes.choice} key={choice}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name={id}
              value={choice}
              checked={draft.chosen.includes(choice)}
              onChange={() => onChange(toggled(form, draft, choice))}
            />
            <span>{choice}</span>
            {index < KEYS ? <kbd aria-hidden>{index + 1}</kbd> : null}
          </label>
        ))}
      </div>
      {error ? (
        <p className={classes.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
