import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readInput } from '@/shared/process/input-value'
import type { Values } from '../api/simulation'
import classes from './Simulation.module.css'

type Further = { id: number; name: string; value: string }

export type Typed = { named: Record<string, string>; further: Further[] }

export const NOTHING_TYPED: Typed = { named: {}, further: [] }

/** The typed values by name; a field that was left empty writes nothing, unless it has to be given. */
export function valuesOf(typed: Typed, required: readonly string[] = []): Values {
  const values: Values = {}
  for (const name of required) values[name] = ''
  const all = [...Object.entries(typed.named), ...typed.further.map(row => [row.name, row.value])]
  for (const [name = '', text = ''] of all) {
    if (name.trim() !== '' && text !== '') values[name.trim()] = readInput(text).value
  }
  return values
}

type ValueFieldsProps = {
  names: readonly string[]
  typed: Typed
  onChange: (typed: Typed) => void
  errors?: Record<string, string>
  /** Whether other variables than the named may be given, too. */
  open?: boolean
}

/** One field a variable, read as numbers, lists and so on where it looks like one. */
export function ValueFields({
  names,
  typed,
  onChange,
  errors = {},
  open = false,
}: ValueFieldsProps) {
  const { t } = useTranslation(['editor', 'process'])
  const [next, setNext] = useState(1)
  const setRow = (id: number, change: Partial<Further>) =>
    onChange({
      ...typed,
      further: typed.further.map(row => (row.id === id ? { ...row, ...change } : row)),
    })
  return (
    <>
      {names.map(name => (
        <TextInput
          key={name}
          label={name}
          value={typed.named[name] ?? ''}
          description={t(`process:input.${readInput(typed.named[name] ?? '').type}`)}
          error={errors[name]}
          autoComplete="off"
          onChange={event =>
            onChange({ ...typed, named: { ...typed.named, [name]: event.currentTarget.value } })
          }
        />
      ))}
      {typed.further.map(row => (
        <div className={classes.pair} key={row.id}>
          <TextInput
            label={t('editor:simulate.variable')}
            value={row.name}
            error={errors[row.name]}
            autoComplete="off"
            onChange={event => setRow(row.id, { name: event.currentTarget.value })}
          />
          <TextInput
            label={t('editor:simulate.value')}
            value={row.value}
            autoComplete="off"
            onChange={event => setRow(row.id, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('editor:simulate.removeVariable', { name: row.name })}
            onClick={() =>
              onChange({ ...typed, further: typed.further.filter(each => each.id !== row.id) })
            }
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {open ? (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.add}
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => {
            setNext(next + 1)
            onChange({ ...typed, further: [...typed.further, { id: next, name: '', value: '' }] })
          }}
        >
          {t('editor:simulate.addVariable')}
        </Button>
      ) : null}
    </>
  )
}
