import { Autocomplete, Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JsonValue, NodeOption } from '@/shared/api/types'
import { memberAt, numberedAt, textAt, withMember, withNumbered } from '@/shared/diagram/data'
import { alternativesOf, childOptions, dependentsOf, optionText } from '../graph/definitions'
import { variablesBefore } from '../graph/variables'
import { DraftField } from './DraftField'
import { ListField } from './ListField'
import classes from './Panel.module.css'
import { type PanelSubject, useSetData, useSubject } from './PanelContext'

/** The options that a definition asks for, each kind with its own field. */
export function OptionForm({ options }: { options: readonly NodeOption[] }) {
  return options.map((option, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name; separators and texts repeat.
    <OptionField key={`${index} ${optionText(option, 'keyString')}`} option={option} />
  ))
}

function OptionField({ option }: { option: NodeOption }) {
  switch (optionText(option, 'type')) {
    case 'text':
      return <p className={classes.hint}>{optionText(option, 'text')}</p>
    case 'separator':
      return <hr className={classes.rule} />
    case 'row':
      return (
        <div className={classes.row}>
          <OptionForm options={childOptions(option)} />
        </div>
      )
    case 'textarea':
      return <TextOption option={option} multiline />
    case 'select':
      return <SelectOption option={option} />
    case 'Select with custom':
      return <CustomSelectOption option={option} />
    case 'checkbox':
      return <CheckboxOption option={option} />
    case 'MultipleVariableNameInput':
      return <VariableNames option={option} />
    default:
      return <TextOption option={option} />
  }
}

function labelOf(option: NodeOption): string {
  return optionText(option, 'label') || optionText(option, 'keyString')
}

function TextOption({ option, multiline = false }: { option: NodeOption; multiline?: boolean }) {
  const { data } = useSubject()
  const setData = useSetData()
  const key = optionText(option, 'keyString')
  const suggestions = Array.isArray(option.suggestions) ? option.suggestions.map(String) : []
  return (
    <DraftField
      label={labelOf(option)}
      value={textAt(data, key)}
      placeholder={optionText(option, 'placeholder')}
      multiline={multiline}
      suggestions={suggestions}
      onCommit={text => setData(before => withMember(before, key, text))}
    />
  )
}

type Choice = { value: string; label: string }

function named({ roles }: PanelSubject, value: JsonValue, variables: string[]): Choice[] {
  if (value === '{availableVariables}') return variables.map(name => ({ value: name, label: name }))
  if (value === '{availableRoles}') {
    return roles.map(role => ({ value: String(role.id), label: role.name }))
  }
  return [{ value: String(value), label: String(value) }]
}

function useChoices(option: NodeOption): Choice[] {
  const subject = useSubject()
  const variables = variablesBefore(subject.element)
  const all = alternativesOf(option).flatMap(alternative =>
    alternative.values.flatMap(value => named(subject, value, variables)),
  )
  return [...new Map(all.map(choice => [choice.value, choice])).values()]
}

function SelectOption({ option }: { option: NodeOption }) {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const choices = useChoices(option)
  const key = optionText(option, 'keyString')
  const value = textAt(data, key)
  return (
    <>
      <Select
        label={labelOf(option)}
        placeholder={optionText(option, 'placeholder') || t('option.choose')}
        data={choices}
        value={value === '' ? null : value}
        onChange={chosen => setData(before => withMember(before, key, chosen ?? undefined))}
        clearable
      />
      <OptionForm options={dependentsOf(option, value)} />
    </>
  )
}

function CustomSelectOption({ option }: { option: NodeOption }) {
  const { data } = useSubject()
  const setData = useSetData()
  const choices = useChoices(option)
  const key = optionText(option, 'keyString')
  const value = textAt(data, key)
  return (
    <>
      <Autocomplete
        key={value}
        size="sm"
        label={labelOf(option)}
        placeholder={optionText(option, 'placeholder')}
        data={choices.map(choice => choice.value)}
        defaultValue={value}
        onBlur={event => {
          const text = event.currentTarget.value
          setData(before => withMember(before, key, text))
        }}
        onOptionSubmit={chosen => setData(before => withMember(before, key, chosen))}
      />
      <OptionForm options={dependentsOf(option, value)} />
    </>
  )
}

function CheckboxOption({ option }: { option: NodeOption }) {
  const { data } = useSubject()
  const setData = useSetData()
  const key = optionText(option, 'keyString')
  const value = memberAt(data, key)
  const checked = value === true || value === 'true'
  return (
    <>
      <Checkbox
        label={labelOf(option)}
        checked={checked}
        onChange={event => {
          const next = event.currentTarget.checked
          setData(before => withMember(before, key, next))
        }}
      />
      <OptionForm options={dependentsOf(option, checked)} />
    </>
  )
}

function VariableNames({ option }: { option: NodeOption }) {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const key = optionText(option, 'keyString')
  return (
    <ListField
      label={labelOf(option)}
      itemLabel={number => t('variable.number', { number })}
      addLabel={t('variable.add')}
      values={numberedAt(data, key)}
      placeholder={optionText(option, 'placeholder')}
      onCommit={names => setData(before => withNumbered(before, key, names))}
    />
  )
}
