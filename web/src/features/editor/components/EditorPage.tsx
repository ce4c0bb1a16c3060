import { Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '@/shared/api/types'
import { DiagramViewer } from '@/shared/diagram/DiagramViewer'
import { StartDialog } from '@/shared/process/StartDialog'
import { useUser } from '@/shared/session/session'
import { useCrumb } from '@/shared/ui/crumbs'
import { Loaded } from '@/shared/ui/Loaded'
import { Page } from '@/shared/ui/Page'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
import { type Draft, draftQuery, modelQuery } from '../api/draft'
import type { Surroundings } from '../api/presence'
import { DraftBuffer } from '../draft-buffer'
import { Arrivals } from '../presence/PeopleHere'
import { usePresence } from '../presence/use-presence'
import { EditorCanvas } from './EditorCanvas'
import classes from './EditorPage.module.css'
import { RestoreDialog } from './RestoreDialog'
import type { OpenDraft } from './use-editor'

const PHONE = '(max-width: 48em)'

/** One process: its drawing and everything about it. Small screens look, wide ones draw. */
export function EditorPage({ modelId }: { modelId: number }) {
  const model = useQuery(modelQuery(modelId))
  const draft = useQuery({ ...draftQuery(modelId), refetchOnWindowFocus: false })
  const skeleton = <Skeleton height="100%" radius={0} />
  return (
    <Page width="bleed">
      <Loaded query={model} skeleton={skeleton}>
        {known => (
          <Loaded query={draft} skeleton={skeleton}>
            {drawing => (
              <OpenModel model={known} draft={drawing} onReload={() => void draft.refetch()} />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

type OpenModelProps = { model: ProcessModel; draft: Draft; onReload: () => void }

function OpenModel({ model, draft, onReload }: OpenModelProps) {
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches) ?? false
  useCrumb(model.name)
  useDocumentTitle(model.name)
  if (phone) return <ReadOnly model={model} draft={draft} />
  return <SharedEditor model={model} draft={draft} onReload={onReload} />
}

/** Stays while drafts come and go, so that nobody is said to leave and come. */
function SharedEditor(open: OpenModelProps) {
  const seen = usePresence(open.model.id)
  return (
    <>
      <Arrivals seen={seen} />
      <Editor key={open.draft.etag} {...open} seen={seen} />
    </>
  )
}

/** The draft, or what this device kept of it when its tab went before it was saved. */
function Editor({ model, draft, onReload, seen }: OpenModelProps & { seen: Surroundings | null }) {
  const { id: userId } = useUser()
  const buffer = useMemo(() => new DraftBuffer(userId, model.id), [userId, model.id])
  const [open, setOpen] = useState<OpenDraft>(draft)
  const [kept, setKept] = useState(() => {
    const found = buffer.read()
    return found && found.xml !== draft.xml ? found : null
  })
  // Nothing is saved while it is not decided which of the two goes on.
  if (!kept)
    return (
      <EditorCanvas model={model} draft={open} buffer={buffer} onReload={onReload} seen={seen} />
    )
  return (
    <>
      <Skeleton height="100%" radius={0} />
      <RestoreDialog
        model={model}
        kept={kept}
        stale={kept.etag !== draft.etag}
        onRestore={() => {
          setOpen({ xml: kept.xml, etag: draft.etag, unsaved: true })
          setKept(null)
        }}
        onSettled={() => {
          buffer.clear()
          setKept(null)
        }}
      />
    </>
  )
}

function ReadOnly({ model, draft }: { model: ProcessModel; draft: Draft }) {
  const { t } = useTranslation('editor')
  const [starting, setStarting] = useState(false)
  return (
    <div className={classes.viewer}>
      <div className={classes.toolbar}>
        <h1 className={classes.title} style={{ flex: 1 }}>
          {model.name}
        </h1>
        {model.publishedVersion === null ? null : (
          <Button leftSection={<Play size={14} aria-hidden />} onClick={() => setStarting(true)}>
            {t('tool.start', { version: model.publishedVersion })}
          </Button>
        )}
      </div>
      <p className={classes.viewerNote}>{t('phone')}</p>
      <div className={classes.viewerCanvas}>
        <DiagramViewer xml={draft.xml} label={t('canvas')} />
      </div>
      <StartDialog process={starting ? model : null} onClose={() => setStarting(false)} />
    </div>
  )
}
