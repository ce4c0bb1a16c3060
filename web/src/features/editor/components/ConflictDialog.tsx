import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { createWithDraft } from '@/shared/process/draft'
import { Dialog } from '@/shared/ui/Dialog'
import { ErrorNote } from '@/shared/ui/States'

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
  const { t } = useTranslation(['editor', 'common'])
  const navigate = useNavigate()
  const copy = useMutation({
    mutationFn: async () =>
      createWithDraft(
        model.teamId,
        { name: t('common:copyName', { name: model.name }), description: model.description ?? '' },
        await readXml(),
      ),
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
      title={t('editor:conflict.title')}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('editor:conflict.text')}</p>
        {copy.error ? <ErrorNote error={copy.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onReload} data-autofocus>
            {t('editor:conflict.reload')}
          </Button>
          <Button loading={copy.isPending} onClick={() => copy.mutate()}>
            {t('editor:conflict.copy')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
