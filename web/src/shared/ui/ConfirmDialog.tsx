import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog'
import { ErrorNote } from './States'

type ConfirmDialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** What happens then, effects included. */
  children: ReactNode
  /** The verb with its object: "Delete team". */
  confirmLabel: string
  onConfirm: () => void
  pending?: boolean
  error?: unknown
  /** For what can not come back: the name must be typed. */
  typeName?: string
}

/** Asks before something that can not be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const ready = props.typeName === undefined || typed.trim() === props.typeName.trim()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) props.onConfirm()
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>{props.children}</div>
        {props.typeName === undefined ? null : (
          <TextInput
            label={t('confirm.typeName', { name: props.typeName })}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
        {props.error ? <ErrorNote error={props.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red" type="submit" disabled={!ready} loading={props.pending ?? false}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
