import { ActionIcon, Button } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftField } from './DraftField'
import classes from './Panel.module.css'

type ListFieldProps = {
  label: string
  itemLabel: (number: number) => string
  addLabel: string
  values: readonly string[]
  onCommit: (values: string[]) => void
  placeholder?: string | undefined
}

/** A list of texts, one field each. */
export function ListField({
  label,
  itemLabel,
  addLabel,
  values,
  onCommit,
  placeholder,
}: ListFieldProps) {
  const { t } = useTranslation('editor')
  const [adding, setAdding] = useState(values.length === 0)
  const shown = adding ? [...values, ''] : values

  function change(index: number, text: string) {
    const next = shown.map((value, place) => (place === index ? text.trim() : value))
    setAdding(false)
    onCommit(next.filter(value => value !== ''))
  }

  return (
    <fieldset className={classes.list}>
      <legend className={classes.legend}>{label}</legend>
      {shown.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a value is known by.
        <div className={classes.listRow} key={`${index} of ${shown.length}`}>
          <div className={classes.listField}>
            <DraftField
              label={itemLabel(index + 1)}
              value={value}
              placeholder={placeholder}
              onCommit={text => change(index, text)}
            />
          </div>
          {value === '' ? null : (
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('list.remove', { name: value })}
              onClick={() => change(index, '')}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {adding ? null : (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          {addLabel}
        </Button>
      )}
    </fieldset>
  )
}
