import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  Download,
  FlaskConical,
  History,
  Play,
  Redo2,
  ShieldCheck,
  Undo2,
  Upload,
  Workflow,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { ExportItems } from '@/shared/diagram/ExportItems'
import { IconButton } from '@/shared/ui/IconButton'
import classes from './EditorPage.module.css'
import { SaveNote } from './SaveNote'
import type { Editor } from './use-editor'

type ToolbarProps = {
  model: ProcessModel
  editor: Editor
  verifying: boolean
  onVerify: () => void
  simulating: boolean
  onSimulate: () => void
  onPublish: () => void
  onStart: () => void
  onVersions: () => void
  readXml: () => Promise<string>
  onTidy: () => void
  onUndo: () => void
  onRedo: () => void
  /** Who else has it open. */
  people: ReactNode
  /** Below the tools. */
  note: ReactNode
}

export function Toolbar({
  model,
  editor,
  verifying,
  simulating,
  people,
  note,
  ...on
}: ToolbarProps) {
  const { t } = useTranslation('editor')
  return (
    <header className={classes.toolbar}>
      <h1 className={classes.title}>{model.name}</h1>
      {people}
      {simulating ? (
        <span className={classes.save}>{t('simulate.note')}</span>
      ) : (
        <>
          <SaveNote state={editor.saveState} onRetry={() => void editor.saver.current?.flush()} />
          <DrawingTools model={model} editor={editor} {...on} />
          <Button
            variant="default"
            size="xs"
            loading={verifying}
            leftSection={<ShieldCheck size={14} aria-hidden />}
            onClick={on.onVerify}
          >
            {t('tool.verify')}
          </Button>
        </>
      )}
      <Button
        variant="default"
        size="xs"
        disabled={!editor.modeler}
        leftSection={
          simulating ? <X size={14} aria-hidden /> : <FlaskConical size={14} aria-hidden />
        }
        onClick={on.onSimulate}
      >
        {t(simulating ? 'simulate.close' : 'tool.simulate')}
      </Button>
      {simulating ? null : <RunButtons model={model} {...on} />}
      {note}
    </header>
  )
}

type DrawingToolsProps = Pick<
  ToolbarProps,
  'model' | 'editor' | 'onUndo' | 'onRedo' | 'onTidy' | 'onVersions' | 'readXml'
>

function DrawingTools({ model, editor, ...on }: DrawingToolsProps) {
  const { t } = useTranslation(['editor', 'versions'])
  return (
    <>
      <IconButton
        icon={Undo2}
        label={t('tool.undo')}
        disabled={!editor.history.canUndo}
        onClick={on.onUndo}
      />
      <IconButton
        icon={Redo2}
        label={t('tool.redo')}
        disabled={!editor.history.canRedo}
        onClick={on.onRedo}
      />
      <IconButton
        icon={Workflow}
        label={t('tool.tidy')}
        disabled={!editor.modeler}
        onClick={on.onTidy}
      />
      <IconButton icon={History} label={t('versions:open')} onClick={on.onVersions} />
      <ExportMenu name={model.name} readXml={on.readXml} disabled={!editor.modeler} />
      <span className={classes.divider} aria-hidden />
    </>
  )
}

function RunButtons({ model, ...on }: Pick<ToolbarProps, 'model' | 'onStart' | 'onPublish'>) {
  const { t } = useTranslation('editor')
  return (
    <>
      {model.publishedVersion === null ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<Play size={14} aria-hidden />}
          onClick={on.onStart}
        >
          {t('tool.start', { version: model.publishedVersion })}
        </Button>
      )}
      <Button size="xs" leftSection={<Upload size={14} aria-hidden />} onClick={on.onPublish}>
        {t('tool.publish')}
      </Button>
    </>
  )
}

type ExportMenuProps = { name: string; readXml: () => Promise<string>; disabled: boolean }

function ExportMenu({ name, readXml, disabled }: ExportMenuProps) {
  const { t } = useTranslation('editor')
  return (
    <Menu position="bottom-end">
      <Tooltip label={t('tool.export')}>
        <span>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('tool.export')}
              disabled={disabled}
            >
              <Download size={16} strokeWidth={1.75} aria-hidden />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <ExportItems name={name} readXml={readXml} />
      </Menu.Dropdown>
    </Menu>
  )
}
