import type Modeler from 'bpmn-js/lib/Modeler'
import type Canvas from 'diagram-js/lib/core/Canvas'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Finding } from '@/shared/api/types'
import { fitDrawing, keepFitted, moveGrid } from '@/shared/diagram/grid'
import { hasLayout, withLayout } from '@/shared/diagram/layout'
import { type Draft, saveDraft } from '@/shared/process/draft'
import { useUser } from '@/shared/session/session'
import { createModeler } from '../canvas/modeler'
import { AROUND } from '../canvas/view'
import type { DraftBuffer } from '../draft-buffer'
import { DraftSaver, type SaveState } from '../draft-saver'

export type Editor = {
  modeler: Modeler | null
  saver: RefObject<DraftSaver | null>
  saveState: SaveState
  history: { canUndo: boolean; canRedo: boolean }
  error: unknown
}

/** A drawing as it comes onto the canvas; an unsaved one is saved from there like any change. */
export type OpenDraft = Draft & { unsaved?: boolean }

type Callbacks = { onFindings: (findings: Finding[]) => void; onChange: () => void }

type CommandStack = { canUndo: () => boolean; canRedo: () => boolean }

async function readXml(modeler: Modeler): Promise<string> {
  const { xml, error } = await modeler.saveXML({ format: true })
  if (xml === undefined) throw error ?? new Error('The drawing gave no XML')
  return xml
}

/** The canvas of one draft: made with its place on the page, saved after each pause and when it goes. */
export function useEditor(
  ground: RefObject<HTMLDivElement | null>,
  modelId: number,
  draft: OpenDraft,
  buffer: DraftBuffer,
  callbacks: Callbacks,
): Editor {
  const [modeler, setModeler] = useState<Modeler | null>(null)
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved', at: null })
  const [history, setHistory] = useState({ canUndo: false, canRedo: false })
  const [error, setError] = useState<unknown>()
  const saver = useRef<DraftSaver | null>(null)
  const { id: userId } = useUser()
  const latest = useRef(callbacks)
  latest.current = callbacks

  useEffect(() => {
    const container = ground.current
    if (!container) return
    const made = createModeler(container, userId)
    const canvas = made.get<Canvas>('canvas')
    const stack = made.get<CommandStack>('commandStack')
    const saving = new DraftSaver(draft.etag, {
      read: () => readXml(made),
      write: (xml, etag) => saveDraft(modelId, { xml, etag }),
      onState: state => live && setSaveState(state),
      onFindings: findings => live && latest.current.onFindings(findings),
      buffer,
    })
    saver.current = saving
    let live = true
    made.on('canvas.viewbox.changed', () => moveGrid(canvas, container))

    async function show() {
      try {
        await made.importXML(await withLayout(draft.xml))
        if (!live) return
        fitDrawing(canvas, AROUND)
        made.on('commandStack.changed', () => {
          setHistory({ canUndo: stack.canUndo(), canRedo: stack.canRedo() })
          latest.current.onChange()
          saving.changed()
        })
        setModeler(made)
        // Places found by layout are kept, so that everybody sees the same drawing.
        if (draft.unsaved || !hasLayout(draft.xml)) saving.changed()
      } catch (cause) {
        if (live) setError(cause)
      }
    }
    void show()

    const stopFitting = keepFitted(canvas, container, AROUND)
    const keepOpen = (event: BeforeUnloadEvent) => {
      if (saving.isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', keepOpen)
    return () => {
      live = false
      setModeler(null)
      stopFitting()
      window.removeEventListener('beforeunload', keepOpen)
      // What is not saved yet is read from the canvas before it goes.
      void saving.flush().finally(() => {
        saving.dispose()
        made.destroy()
      })
      made.detach()
    }
  }, [ground, modelId, draft, buffer, userId])

  return { modeler, saver, saveState, history, error }
}

export { readXml }
