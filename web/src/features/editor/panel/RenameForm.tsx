import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameProblem, renameOf } from '../graph/variable-rename'
import type { Uses, Variable } from '../graph/variable-uses'
import classes from './Variables.module.css'

type RenameFormProps = {
  uses: Uses
  variable: Variable
  onRename: (name: string) => void
  onClose: () => void
}

/** Another name for a variable in all places at once, with what that changes. */
export function RenameForm({ uses, variable, onRename, onClose }: RenameFormProps) {
  const { t } = useTranslation(['editor', 'common'])
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(variable.name)
  const name = typed.trim()
  const isSame = name === variable.name
  const problem = isSame ? undefined : nameProblem(uses, variable, name)
  const { places, elements, joins } = renameOf(uses, variable, name)
  const changes = t('editor:variables.changes', {
    places: t('editor:variables.places', { count: places }),
    elements: t('editor:variables.elements', { count: elements }),
  })
  useEffect(() => field.current?.select(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sentence more makes it higher.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [problem, joins])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isSame) onClose()
    else if (problem) field.current?.focus()
    else onRename(name)
  }

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <TextInput
        ref={field}
        label={t('editor:variables.newName', { name: variable.name })}
        description={
          joins && !problem ? `${changes} ${t('editor:variables.joins', { name })}` : changes
        }
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        error={problem && t(`editor:variables.problem.${problem}`, { name })}
        autoComplete="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--pf-mono)', fontSize: 12.5 } }}
      />
      <div className={classes.actions}>
        <Button type="submit" size="xs">
          {t(joins && !problem ? 'editor:variables.join' : 'editor:variables.apply')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  )
}
