import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrors, isToldByFields } from '@/shared/ui/problem-fields'
import { ErrorNote } from '@/shared/ui/States'

export type ModelFields = { name: string; description: string }

type ModelFormProps = {
  initial: ModelFields
  submitLabel: string
  pending: boolean
  error: unknown
  onSubmit: (fields: ModelFields) => void
  onCancel: () => void
  /** Further fields. */
  children?: ReactNode
}

const FIELDS = ['name', 'description'] as const

/** Name and description of a process, new or old. */
export function ModelForm(props: ModelFormProps) {
  const { t } = useTranslation(['models', 'common'])
  const form = useForm<ModelFields>({
    initialValues: props.initial,
    validate: { name: value => (value.trim() === '' ? t('common:field.required') : null) },
  })
  const errors = props.error ? fieldErrors(props.error) : {}
  return (
    <form onSubmit={form.onSubmit(fields => props.onSubmit(fields))}>
      <Stack gap="md">
        <TextInput
          label={t('models:field.name')}
          placeholder={t('models:field.namePlaceholder')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
          error={form.errors.name ?? errors.name}
        />
        <Textarea
          label={t('models:field.description')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('description')}
          error={errors.description}
        />
        {props.children}
        {props.error && !isToldByFields(props.error, FIELDS) ? (
          <ErrorNote error={props.error} />
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={props.pending}>
            {props.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
