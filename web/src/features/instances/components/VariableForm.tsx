import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import { editable, typed } from '@/shared/format/variable-text'
import { ErrorNote } from '@/shared/ui/States'
import { useSetVariable } from '../api/instances'

type VariableFormProps = { instance: InstanceDetail; name: string; onDone: () => void }

/** Sets one variable, and asks why. */
export function VariableForm({ instance, name: given, onDone }: VariableFormProps) {
  const { t } = useTranslation('instances')
  const before = instance.variables[given]
  const [name, setName] = useState(given)
  const [value, setValue] = useState(before === undefined ? '' : editable(before))
  const [reason, setReason] = useState('')
  const set = useSetVariable(instance)
  const ready = name.trim() !== '' && reason.trim() !== ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    set.mutate(
      { name: name.trim(), value: typed(value), reason: reason.trim() },
      { onSuccess: onDone },
    )
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('variables.name')}
          value={name}
          readOnly={given !== ''}
          maxLength={255}
          autoComplete="off"
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('variables.value')}
          description={t('variables.valueHint')}
          value={value}
          autosize
          minRows={1}
          maxRows={10}
          data-autofocus
          onChange={event => setValue(event.currentTarget.value)}
        />
        <TextInput
          label={t('variables.reason')}
          value={reason}
          required
          maxLength={500}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {set.error ? <ErrorNote error={set.error} /> : null}
        <Group justify="flex-end">
          <Button type="submit" disabled={!ready} loading={set.isPending}>
            {t('variables.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
