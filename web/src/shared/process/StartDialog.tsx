import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { StartedInstance } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { Loaded } from '@/shared/ui/Loaded'
import { fieldErrors } from '@/shared/ui/problem-fields'
import { ErrorNote, ListSkeleton } from '@/shared/ui/States'
import { toast } from '@/shared/ui/toast'
import { CurlBlock } from './CurlBlock'
import { type InputValue, readInput, startAsCurl } from './input-value'
import { inputsQuery, startInstance } from './models'

export type Startable = { id: number; name: string }

type StartDialogProps = { process: Startable | null; onClose: () => void }

/** Starts the published version of a process with the inputs it asks for. */
export function StartDialog({ process, onClose }: StartDialogProps) {
  const { t } = useTranslation('process')
  return (
    <Dialog
      opened={process !== null}
      onClose={onClose}
      title={t('start.title', { name: process?.name ?? '' })}
      size={520}
    >
      {process ? <StartBody process={process} onClose={onClose} /> : null}
    </Dialog>
  )
}

function StartBody({ process, onClose }: { process: Startable; onClose: () => void }) {
  const inputs = useQuery(inputsQuery(process.id))
  return (
    <Loaded query={inputs} skeleton={<ListSkeleton rows={2} height={52} />}>
      {names => <StartForm process={process} names={names} onClose={onClose} />}
    </Loaded>
  )
}

/** Who starts an instance may see it, with whatever pages. */
function useGoToStarted(): (started: StartedInstance) => void {
  const team = useTeam()
  const navigate = useNavigate()
  return ({ processInstanceId: instanceId }) =>
    void navigate({
      to: '/teams/$teamId/instances/$instanceId',
      params: { teamId: team.id, instanceId },
    })
}

type StartFormProps = { process: Startable; names: string[]; onClose: () => void }

function StartForm({ process, names, onClose }: StartFormProps) {
  const { t } = useTranslation(['process', 'common'])
  const team = useTeam()
  const client = useQueryClient()
  const goToStarted = useGoToStarted()
  const formId = useId()
  const [typed, setTyped] = useState<Record<string, string>>({})
  // One key for this form: pressing twice, or again after a lost answer, starts one instance.
  const [key] = useState(newIdempotencyKey)
  const inputs: Record<string, InputValue> = Object.fromEntries(
    names.map(name => [name, readInput(typed[name] ?? '').value]),
  )
  const start = useMutation({
    mutationFn: () => startInstance(process.id, inputs, key),
    onSuccess: async started => {
      await client.invalidateQueries({ queryKey: keys.tasks(team.id) })
      await client.invalidateQueries({ queryKey: keys.instances(team.id) })
      void client.invalidateQueries({ queryKey: keys.models(team.id) })
      toast(t('process:start.done', { name: process.name }))
      onClose()
      goToStarted(started)
    },
  })
  const errors = fieldErrors(start.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    start.mutate()
  }

  return (
    <form onSubmit={submit} id={formId}>
      <Stack gap="md">
        {names.length === 0 ? <p style={{ margin: 0 }}>{t('process:start.noInputs')}</p> : null}
        {names.map((name, index) => (
          <TextInput
            key={name}
            label={name}
            required
            value={typed[name] ?? ''}
            description={t(`process:input.${readInput(typed[name] ?? '').type}`)}
            error={errors[name]}
            onChange={event => {
              const value = event.currentTarget.value
              setTyped(before => ({ ...before, [name]: value }))
            }}
            autoComplete="off"
            data-autofocus={index === 0 || undefined}
          />
        ))}
        {start.error ? <ErrorNote error={start.error} /> : null}
        <CurlBlock text={startAsCurl(window.location.origin, process.id, inputs)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {t('process:start.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
