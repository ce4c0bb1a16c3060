import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Dialog } from '@/shared/ui/Dialog'
import { toast } from '@/shared/ui/toast'
import { useDeleteModel, useRenameModel } from '../api/models'
import { ModelForm } from './ModelForm'

type OneModelProps = { model: ProcessModel | null; onClose: () => void }

export function RenameModelDialog({ model, onClose }: OneModelProps) {
  const { t } = useTranslation('models')
  const team = useTeam()
  const rename = useRenameModel(team.id)
  return (
    <Dialog opened={model !== null} onClose={onClose} title={t('rename.title')}>
      {model ? (
        <ModelForm
          initial={{ name: model.name, description: model.description ?? '' }}
          submitLabel={t('rename.submit')}
          pending={rename.isPending}
          error={rename.error}
          onCancel={onClose}
          onSubmit={fields => rename.mutate({ id: model.id, ...fields }, { onSuccess: onClose })}
        />
      ) : null}
    </Dialog>
  )
}

export function DeleteModelDialog({ model, onClose }: OneModelProps) {
  const { t } = useTranslation('models')
  const team = useTeam()
  const remove = useDeleteModel(team.id)
  const running = model?.runningInstances ?? 0
  return (
    <ConfirmDialog
      opened={model !== null}
      onClose={onClose}
      title={t('delete.title', { name: model?.name ?? '' })}
      confirmLabel={t('delete.submit')}
      pending={remove.isPending}
      error={remove.error}
      {...(model && model.latestVersion !== null ? { typeName: model.name } : {})}
      onConfirm={() => {
        if (!model) return
        remove.mutate(model.id, {
          onSuccess: () => {
            toast(t('delete.done', { name: model.name }))
            onClose()
          },
        })
      }}
    >
      {model?.latestVersion === null ? t('delete.draft') : t('delete.published')}
      {running > 0 ? ` ${t('delete.running', { count: running })}` : ''}
    </ConfirmDialog>
  )
}
