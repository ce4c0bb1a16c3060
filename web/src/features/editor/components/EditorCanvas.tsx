import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type Modeler from 'bpmn-js/lib/Modeler'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import type { ProcessModel } from '@/shared/api/types'
import type { DiagramContext } from '@/shared/diagram/context'
import '@/shared/diagram/diagram.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css'
import 'diagram-js-minimap/assets/diagram-js-minimap.css'
import { isBehavioural } from '@/shared/findings/findings'
import { StartDialog } from '@/shared/process/StartDialog'
import { rolesQuery } from '@/shared/team/roles'
import { ErrorNote, ErrorState } from '@/shared/ui/States'
import { definitionsQuery } from '../api/draft'
import type { Surroundings } from '../api/presence'
import type { Pieces } from '../canvas/pieces'
import type { DraftBuffer } from '../draft-buffer'
import { NewerNote } from '../presence/NewerNote'
import { PeopleHere } from '../presence/PeopleHere'
import { useNewerDraft } from '../presence/use-presence'
import simulated from '../simulation/Simulation.module.css'
import { SimulationPanel } from '../simulation/SimulationPanel'
import { useSimulationMode } from '../simulation/use-simulation-mode'
import { ConflictDialog } from './ConflictDialog'
import classes from './EditorPage.module.css'
import { FindingsPanel } from './FindingsPanel'
import { PublishDialog } from './PublishDialog'
import { QuickFix } from './QuickFix'
import { Side } from './Side'
import { Toolbar } from './Toolbar'
import { useCheck } from './use-check'
import { type OpenDraft, readXml, useEditor } from './use-editor'
import { useEditorKeys } from './use-editor-keys'
import { useEditorSheet } from './use-editor-sheet'
import { useShowFinding } from './use-findings'
import { useTidy } from './use-tidy'
import { ViewTools } from './ViewTools'

const SimulationCanvas = lazy(() => import('../simulation/SimulationCanvas'))

type EditorCanvasProps = {
  model: ProcessModel
  draft: OpenDraft
  buffer: DraftBuffer
  onReload: () => void
  seen: Surroundings | null
}

type EditorActions = { trigger: (action: string, options: object) => void }
type Focusable = { focus: () => void }
type CommandStack = { undo: () => void; redo: () => void }

/** Canvas, panel, findings and toolbar of one draft. */
export function EditorCanvas({ model, draft, buffer, onReload, seen }: EditorCanvasProps) {
  const { t } = useTranslation(['editor', 'diagram'])
  const navigate = useNavigate()
  const ground = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<'publish' | 'start' | null>(null)
  const { checked, setChecked, check } = useCheck(model.id)
  const editor = useEditor(ground, model.id, draft, buffer, {
    onFindings: findings => void check.saved(findings),
    onChange: () => {
      clear()
      check.changed()
    },
  })
  const { modeler, saver } = editor
  const { active, show, clear } = useShowFinding(modeler)
  const save = async () => (await saver.current?.flush()) ?? true
  const verify = useMutation({
    mutationFn: async () => {
      await save()
      return check.look()
    },
    onSuccess: looked => {
      const first = looked?.findings.find(isBehavioural)
      if (first) show(first)
    },
  })
  useEffect(() => {
    // What is known of the draft as it was opened.
    if (modeler) void check.saved(null)
  }, [modeler, check])
  useRolesOnCanvas(modeler, model.teamId)
  useActivitiesOnCanvas(modeler, model.teamId)

  async function toVersions() {
    // They are compared with what the server has.
    if (!(await save())) return
    await navigate({
      to: '/teams/$teamId/processes/$modelId/versions',
      params: { teamId: model.teamId, modelId: model.id },
    })
  }

  function reload() {
    buffer.clear()
    onReload()
  }

  /** Unsaved work is saved first: refused, because there is a newer draft, and so the ways out are offered. */
  async function loadNewer() {
    if (await save()) reload()
  }

  const newer = useNewerDraft(editor, seen)
  const tidy = useTidy(modeler)
  const currentXml = async () => (modeler ? readXml(modeler) : draft.xml)
  const simulation = useSimulationMode(modeler, saver, currentXml)
  const { stage } = simulation
  // Nothing is drawn while it is simulated.
  const stack = () => (stage ? undefined : modeler?.get<CommandStack>('commandStack'))
  function simulate() {
    clear()
    void simulation.toggle()
  }
  useEditorKeys({
    save: () => void save(),
    undo: () => stack()?.undo(),
    redo: () => stack()?.redo(),
    simulate,
    find: () => stage || modeler?.get<EditorActions>('editorActions').trigger('find', {}),
  })
  useEditorSheet()
  const canvas = (
    <div className={classes.center}>
      <div className={classes.canvas}>
        <section
          className="pf-diagram"
          ref={ground}
          aria-label={t('editor:canvas')}
          inert={stage !== null}
        />
        {stage ? (
          <div className={simulated.overlay}>
            <Suspense>
              <SimulationCanvas
                teamId={model.teamId}
                xml={stage.xml}
                result={simulation.played?.result ?? null}
                highlighted={simulation.highlighted}
              />
            </Suspense>
          </div>
        ) : null}
        {modeler && !stage ? <ViewTools modeler={modeler} /> : null}
        {editor.error ? <ErrorState error={editor.error} onRetry={onReload} /> : null}
      </div>
      <div hidden={stage !== null}>
        {verify.error ? <ErrorNote error={verify.error} /> : null}
        <FindingsPanel
          checked={checked}
          active={active}
          onSelect={show}
          fixOf={finding => (modeler ? <QuickFix finding={finding} modeler={modeler} /> : null)}
        />
      </div>
    </div>
  )
  return (
    <div className={classes.page}>
      <Toolbar
        model={model}
        editor={editor}
        verifying={verify.isPending}
        onVerify={() => verify.mutate()}
        simulating={stage !== null}
        onSimulate={simulate}
        onPublish={() => setDialog('publish')}
        onStart={() => setDialog('start')}
        onVersions={() => void toVersions()}
        readXml={currentXml}
        onTidy={tidy}
        onUndo={() => stack()?.undo()}
        onRedo={() => stack()?.redo()}
        people={<PeopleHere seen={seen} />}
        note={
          <NewerNote
            newer={stage ? null : newer}
            onLoad={loadNewer}
            onKeep={() => modeler?.get<Focusable>('canvas').focus()}
          />
        }
      />
      <Panes
        canvas={canvas}
        side={
          stage ? (
            <SimulationPanel
              modelId={model.id}
              stage={stage}
              played={simulation.played}
              onPlayed={simulation.setPlayed}
              onHighlight={simulation.highlight}
            />
          ) : (
            <Side modeler={modeler} />
          )
        }
      />
      <PublishDialog
        opened={dialog === 'publish'}
        model={model}
        onClose={() => setDialog(null)}
        save={save}
        onFindings={findings => setChecked({ findings, verdict: null })}
      />
      <StartDialog process={dialog === 'start' ? model : null} onClose={() => setDialog(null)} />
      <ConflictDialog
        opened={editor.saveState.kind === 'conflict'}
        model={model}
        readXml={currentXml}
        onReload={reload}
        onCopied={() => buffer.clear()}
      />
    </div>
  )
}

function useActivitiesOnCanvas(modeler: Modeler | null, teamId: number): void {
  const { data: definitions } = useQuery(definitionsQuery(teamId))
  useEffect(() => {
    if (modeler && definitions) modeler.get<Pieces>('pieces').offer(definitions)
  }, [modeler, definitions])
}

function useRolesOnCanvas(modeler: Modeler | null, teamId: number): void {
  const { data: roles } = useQuery(rolesQuery(teamId))
  useEffect(() => {
    if (modeler && roles) modeler.get<DiagramContext>('diagramContext').showRoles(roles)
  }, [modeler, roles])
}

function Panes({ canvas, side }: { canvas: ReactNode; side: ReactNode }) {
  const { t } = useTranslation('editor')
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'processflow.editor',
    storage: window.localStorage,
  })
  return (
    <Group orientation="horizontal" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <Panel id="canvas" minSize="360px">
        {canvas}
      </Panel>
      <Separator className={classes.separator} aria-label={t('resize')} />
      <Panel id="panel" defaultSize="360px" minSize="280px" maxSize="520px">
        {side}
      </Panel>
    </Group>
  )
}
