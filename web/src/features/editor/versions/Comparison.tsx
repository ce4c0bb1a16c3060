import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type Canvas from 'diagram-js/lib/core/Canvas'
import { GitCompare, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelVersion, ProcessModel } from '@/shared/api/types'
import { DiagramViewer } from '@/shared/diagram/DiagramViewer'
import { Loaded } from '@/shared/ui/Loaded'
import { type Edition, editionQuery } from '../api/versions'
import { ChangeList } from './ChangeList'
import { type Change, differenceOf } from './difference'
import { reveal, useMarks, useSameView, useShownRoles } from './marks'
import classes from './VersionsPage.module.css'

type ComparisonProps = {
  model: ProcessModel
  versions: readonly ModelVersion[]
  /** The older first. */
  marked: readonly Edition[]
  onCompare: (editions: readonly Edition[]) => void
  onRestore: (version: number) => Promise<void>
}

/** One edition to look at, or two beside each other with what differs. */
export function Comparison({ model, versions, marked, onCompare, onRestore }: ComparisonProps) {
  const { t } = useTranslation('versions')
  const [first, second] = marked
  const nameOf = useEditionName(versions)
  return (
    <div className={classes.comparison}>
      <div className={classes.actions}>
        <h2 className={classes.subject}>
          {first === undefined
            ? t('hint')
            : second === undefined
              ? nameOf(first)
              : t('compared', { before: nameOf(first), after: nameOf(second) })}
        </h2>
        {typeof first === 'number' && second === undefined ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<GitCompare size={14} aria-hidden />}
            onClick={() => onCompare([first, 'draft'])}
          >
            {t('compareDraft')}
          </Button>
        ) : null}
        {marked.map(edition =>
          edition === 'draft' ? null : (
            <RestoreButton key={edition} version={edition} onRestore={onRestore} />
          ),
        )}
      </div>
      {first === undefined ? null : second === undefined ? (
        <div className={classes.panes}>
          <Single model={model} edition={first} />
        </div>
      ) : (
        <Two model={model} before={first} after={second} />
      )}
    </div>
  )
}

const UNNAMED: readonly ModelVersion[] = []

function useEditionName(versions = UNNAMED): (edition: Edition) => string {
  const { t } = useTranslation('versions')
  return edition => {
    if (edition === 'draft') return t('draft')
    const name = versions.find(each => each.version === edition)?.name
    return name ? t('named', { version: edition, name }) : t('number', { version: edition })
  }
}

type RestoreButtonProps = { version: number; onRestore: (version: number) => Promise<void> }

function RestoreButton({ version, onRestore }: RestoreButtonProps) {
  const { t } = useTranslation('versions')
  const [pending, setPending] = useState(false)
  return (
    <Button
      variant="default"
      size="xs"
      loading={pending}
      leftSection={<RotateCcw size={14} aria-hidden />}
      onClick={() => {
        setPending(true)
        void onRestore(version).finally(() => setPending(false))
      }}
    >
      {t('restore', { version })}
    </Button>
  )
}

// One list for all renderings: a new one each time would mark the drawing again.
const NONE: readonly Change[] = []

const WAITING = <Skeleton height="100%" radius={0} />

function Single({ model, edition }: { model: ProcessModel; edition: Edition }) {
  const drawing = useQuery(editionQuery(model.id, edition))
  return (
    <Loaded query={drawing} skeleton={WAITING}>
      {xml => (
        <Pane key={xml} model={model} edition={edition} xml={xml} changes={NONE} side="after" />
      )}
    </Loaded>
  )
}

type TwoProps = { model: ProcessModel; before: Edition; after: Edition }

function Two({ model, before, after }: TwoProps) {
  const { t } = useTranslation('versions')
  const [old, setOld] = useState<NavigatedViewer | null>(null)
  const [now, setNow] = useState<NavigatedViewer | null>(null)
  const first = useQuery(editionQuery(model.id, before))
  const second = useQuery(editionQuery(model.id, after))
  const difference = useQuery({
    queryKey: ['difference', first.data, second.data],
    queryFn: () => differenceOf(first.data ?? '', second.data ?? ''),
    enabled: first.data !== undefined && second.data !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useSameView(old, now)
  const changes = difference.data ?? NONE
  const pane = (xml: string, edition: Edition, side: 'before' | 'after') => (
    <Pane
      // A restored draft is another drawing: nothing is marked on one that is gone.
      key={xml}
      model={model}
      edition={edition}
      xml={xml}
      changes={changes}
      side={side}
      onReady={side === 'before' ? setOld : setNow}
    />
  )
  return (
    <>
      <div className={classes.panes} data-stacked={isWide(now) || undefined}>
        <Loaded query={first} skeleton={WAITING}>
          {xml => pane(xml, before, 'before')}
        </Loaded>
        <Loaded query={second} skeleton={WAITING}>
          {xml => pane(xml, after, 'after')}
        </Loaded>
      </div>
      <section className={classes.changes} aria-label={t('changes.title')}>
        <Loaded query={difference}>
          {found => (
            <ChangeList changes={found} onSelect={change => reveal([old, now], change.id)} />
          )}
        </Loaded>
      </section>
    </>
  )
}

/** Of drawings that are much wider than high more is seen when they stand one above the other. */
function isWide(viewer: NavigatedViewer | null): boolean {
  const inner = viewer?.get<Canvas>('canvas').viewbox().inner
  return inner !== undefined && inner.width > 2 * inner.height
}

type PaneProps = {
  model: ProcessModel
  edition: Edition
  xml: string
  changes: readonly Change[]
  side: 'before' | 'after'
  onReady?: (viewer: NavigatedViewer | null) => void
}

function Pane({ model, edition, xml, changes, side, onReady }: PaneProps) {
  const { t } = useTranslation('versions')
  const nameOf = useEditionName()
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null)
  useMarks(viewer, changes, side)
  useShownRoles(viewer, model.teamId)
  return (
    <div className={classes.pane}>
      <p className={classes.edition}>{nameOf(edition)}</p>
      <DiagramViewer
        xml={xml}
        label={t('drawing', { name: nameOf(edition) })}
        onReady={made => {
          setViewer(made)
          onReady?.(made)
        }}
      />
    </div>
  )
}
