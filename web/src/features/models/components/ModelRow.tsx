import { ActionIcon, Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Copy, Ellipsis, PenLine, Play, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { ExportItems } from '@/shared/diagram/ExportItems'
import { readDraft } from '@/shared/process/draft'
import { Moment } from '@/shared/ui/Moment'
import { ModelState } from './ModelState'
import classes from './ModelsPage.module.css'

export type ModelActions = {
  onStart: (model: ProcessModel) => void
  onRename: (model: ProcessModel) => void
  onDuplicate: (model: ProcessModel) => void
  onDelete: (model: ProcessModel) => void
}

export function ModelRow({ model, ...actions }: { model: ProcessModel } & ModelActions) {
  const { t } = useTranslation('models')
  return (
    <li className={classes.row}>
      <div style={{ minWidth: 0 }}>
        <Link
          className={classes.name}
          to="/teams/$teamId/processes/$modelId"
          params={{ teamId: model.teamId, modelId: model.id }}
        >
          {model.name}
        </Link>
        {model.description ? (
          <p className={`${classes.description} ${classes.muted}`}>{model.description}</p>
        ) : null}
      </div>
      <ModelState model={model} />
      <span className={`${classes.running} ${classes.muted}`}>
        {model.runningInstances > 0 ? t('running', { count: model.runningInstances }) : ''}
      </span>
      <span className={`${classes.when} ${classes.muted}`}>
        <Moment at={model.updatedAt} />
        {model.updatedBy ? ` · ${model.updatedBy}` : ''}
      </span>
      <RowActions model={model} {...actions} />
    </li>
  )
}

function RowActions({
  model,
  onStart,
  onRename,
  onDuplicate,
  onDelete,
}: { model: ProcessModel } & ModelActions) {
  const { t } = useTranslation('models')
  return (
    <div className={classes.actions}>
      {model.publishedVersion === null ? null : (
        <Button
          size="xs"
          variant="default"
          leftSection={<Play size={13} aria-hidden />}
          aria-label={t('action.startNamed', { name: model.name })}
          onClick={() => onStart(model)}
        >
          {t('action.start')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('action.more', { name: model.name })}
          >
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PenLine size={14} />} onClick={() => onRename(model)}>
            {t('action.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<Copy size={14} />} onClick={() => onDuplicate(model)}>
            {t('action.duplicate')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('action.export')}</Menu.Label>
          <ExportItems name={model.name} readXml={async () => (await readDraft(model.id)).xml} />
          <Menu.Divider />
          <Menu.Item leftSection={<Trash2 size={14} />} onClick={() => onDelete(model)}>
            {t('action.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
