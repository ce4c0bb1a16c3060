import { Autocomplete, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

type DraftFieldProps = {
  label: string
  value: string
  onCommit: (value: string) => void
  placeholder?: string | undefined
  description?: string | undefined
  error?: string | undefined
  multiline?: boolean
  mono?: boolean
  /** Whole values to choose from; they may grow out of what is typed. */
  suggestions?: string[] | ((typed: string) => string[]) | undefined
}

/** A text that becomes one step to undo when the field is left, or with Enter. */
export function DraftField({
  value,
  onCommit,
  multiline,
  mono,
  suggestions,
  ...rest
}: DraftFieldProps) {
  const [typed, setTyped] = useState(value)
  const latest = useRef({ typed, value, onCommit })
  latest.current = { typed, value, onCommit }
  useEffect(() => setTyped(value), [value])
  useEffect(
    // The panel may go to another element with words still in the field.
    () => () => {
      const { typed: last, value: known, onCommit: commitLast } = latest.current
      if (last !== known) commitLast(last)
    },
    [],
  )

  function commit(text: string) {
    if (text !== value) onCommit(text)
  }

  function onKeyDown(event: KeyboardEvent) {
    const enter = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)
    if (enter) commit(typed)
    if (event.key === 'Escape') setTyped(value)
  }

  const shared = {
    ...rest,
    value: typed,
    onBlur: () => commit(typed),
    onKeyDown,
    autoComplete: 'off',
    'data-committed': typed === value || undefined,
    ...(mono ? { styles: { input: { fontFamily: 'var(--pf-mono)', fontSize: 12.5 } } } : {}),
  }
  if (multiline) {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxRows={10}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    )
  }
  const offered = typeof suggestions === 'function' ? suggestions(typed) : suggestions
  if (typeof suggestions === 'function' || (offered && offered.length > 0)) {
    return (
      <Autocomplete
        {...shared}
        size="sm"
        data={[...new Set(offered)]}
        onChange={setTyped}
        onOptionSubmit={commit}
      />
    )
  }
  return <TextInput {...shared} onChange={event => setTyped(event.currentTarget.value)} />
}
