import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { Dialog } from '@/shared/ui/Dialog'
import { ErrorNote } from '@/shared/ui/States'
import { keepAsCopy } from '../api/draft'

type ConflictDialogProps = {
  opened: boolean
  model: ProcessModel
  readXml: () => Promise<string>
  onReload: () => void
  /** What this device kept of the drawing is not needed any more. */
  onCopied: () => void
}

/** Somebody else saved first: take theirs, or keep one's own as a process beside it. */
export function ConflictDialog({
  opened,
  model,
  readXml,
  onReload,
  onCopied,
}: ConflictDialogProps) {
  const { t } = useTranslation('editor')
  const navigate = useNavigate()
  const copy = useMutation({
    mutationFn: async () =>
      keepAsCopy(model.teamId, t('conflict.copyName', { name: model.name }), await readXml()),
    onSuccess: made => {
      onCopied()
      return navigate({
        to: '/teams/$teamId/processes/$modelId',
        params: { teamId: model.teamId, modelId: made.id },
      })
    },
  })
  return (
    <Dialog
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      title={t('conflict.title')}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('conflict.text')}</p>
        {copy.error ? <ErrorNote error={copy.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onReload} data-autofocus>
            {t('conflict.reload')}
          </Button>
          <Button loading={copy.isPending} onClick={() => copy.mutate()}>
            {t('conflict.copy')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
