import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Comparison, OPERATORS } from '../graph/decision'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'

const WORDS = {
  '==': 'comparison.equal',
  '!=': 'comparison.notEqual',
  '>': 'comparison.greater',
  '>=': 'comparison.atLeast',
  '<': 'comparison.less',
  '<=': 'comparison.atMost',
} as const

type ConditionFieldsProps = {
  value: Comparison
  /** The variables that are offered. */
  names: readonly string[]
  onChange: (changes: Partial<Comparison>) => void
}

/** Two values and how they are compared, and below how that reads as a sentence. */
export function ConditionFields({ value, names, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('editor')
  const suggestions = names.map(name => `{${name}}`)
  const operator = OPERATORS.find(each => each === value.comparison)
  return (
    <>
      <div className={classes.condition}>
        <DraftField
          label={t('decision.value1')}
          value={value.value1}
          placeholder="{variable}"
          suggestions={suggestions}
          onCommit={value1 => onChange({ value1, comparison: value.comparison || '==' })}
        />
        <Select
          aria-label={t('decision.comparison')}
          data={OPERATORS}
          value={operator ?? null}
          onChange={comparison => onChange({ comparison: comparison ?? '==' })}
        />
        <DraftField
          label={t('decision.value2')}
          value={value.value2}
          suggestions={suggestions}
          onCommit={value2 => onChange({ value2 })}
        />
      </div>
      {operator && value.value1 !== '' && value.value2 !== '' ? (
        <p className={classes.hint}>
          {t(WORDS[operator], { value1: spoken(value.value1), value2: spoken(value.value2) })}
        </p>
      ) : null}
    </>
  )
}

/** A variable by its name alone; a text in quotes. */
function spoken(text: string): string {
  const variable = /^\{([^{}]+)\}$/.exec(text.trim())
  if (variable?.[1]) return variable[1]
  return /^-?\d+(\.\d+)?$|^(true|false)$/.test(text.trim()) ? text.trim() : `“${text}”`
}
