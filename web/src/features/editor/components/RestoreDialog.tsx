import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { useFormat } from '@/shared/format/format'
import { createWithDraft } from '@/shared/process/draft'
import { Dialog } from '@/shared/ui/Dialog'
import { ErrorNote } from '@/shared/ui/States'
import type { Kept } from '../draft-buffer'

type RestoreDialogProps = {
  model: ProcessModel
  kept: Kept
  /** Whether somebody has saved since; then it can not come back here. */
  stale: boolean
  onRestore: () => void
  /** Nothing is kept any more: discarded, or a process of its own now. */
  onSettled: () => void
}

/** A tab went before its changes were saved: bring them back, or let them go. */
export function RestoreDialog({ model, kept, stale, onRestore, onSettled }: RestoreDialogProps) {
  const { t } = useTranslation(['versions', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const copy = useMutation({
    mutationFn: () =>
      createWithDraft(
        model.teamId,
        { name: t('common:copyName', { name: model.name }), description: model.description ?? '' },
        kept.xml,
      ),
    onSuccess: made => {
      onSettled()
      return navigate({
        to: '/teams/$teamId/processes/$modelId',
        params: { teamId: model.teamId, modelId: made.id },
      })
    },
  })
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('versions:buffer.title')}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>
          {t('versions:buffer.text', { time: format.dateTime(kept.at) })}
          {stale ? ` ${t('versions:buffer.theirs')}` : null}
        </p>
        {copy.error ? <ErrorNote error={copy.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onSettled}>
            {t('versions:buffer.discard')}
          </Button>
          {stale ? (
            <Button loading={copy.isPending} onClick={() => copy.mutate()} data-autofocus>
              {t('versions:buffer.copy')}
            </Button>
          ) : (
            <Button onClick={onRestore} data-autofocus>
              {t('versions:buffer.restore')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
