import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import type { InstanceDetail } from '@/shared/api/types'
import { useCrumb } from '@/shared/ui/crumbs'
import { Loaded } from '@/shared/ui/Loaded'
import { Page } from '@/shared/ui/Page'
import { ListSkeleton } from '@/shared/ui/States'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
import { instanceDiagramQuery, instanceQuery } from '../api/instances'
import { InstanceHead } from './InstanceHead'
import classes from './InstancePage.module.css'
import { InstanceTabs } from './InstanceTabs'

const InstanceDiagram = lazy(() => import('./InstanceDiagram'))

const PHONE = '(max-width: 48em)'

/** One run of a process: where it stands, how it came there, what it knows. */
export function InstancePage({ instanceId }: { instanceId: number }) {
  const query = useQuery(instanceQuery(instanceId))
  const skeleton = (
    <Page width="full">
      <Skeleton height={28} width={260} />
      <ListSkeleton rows={1} height={420} />
    </Page>
  )
  return (
    <Loaded query={query} skeleton={skeleton}>
      {instance => <ShownInstance instance={instance} />}
    </Loaded>
  )
}

function ShownInstance({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instances')
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches) ?? false
  const [highlighted, setHighlighted] = useState<string | null>(null)
  const title =
    instance.title ?? t('instance', { process: instance.processModelName, id: instance.id })
  useCrumb(title)
  useDocumentTitle(title)
  const diagram = <Diagram instance={instance} highlighted={highlighted} />
  const side = (
    <InstanceTabs
      instance={instance}
      onShow={id => setHighlighted(before => (before === id ? null : id))}
    />
  )
  return (
    <Page width="bleed">
      <div className={classes.page}>
        <InstanceHead instance={instance} />
        {phone ? (
          <>
            <div className={classes.diagram}>{diagram}</div>
            {side}
          </>
        ) : (
          <Panes diagram={diagram} side={side} />
        )}
      </div>
    </Page>
  )
}

function Diagram({
  instance,
  highlighted,
}: {
  instance: InstanceDetail
  highlighted: string | null
}) {
  const query = useQuery(instanceDiagramQuery(instance.id))
  const skeleton = <Skeleton height="100%" radius={0} />
  return (
    <Loaded query={query} skeleton={skeleton}>
      {xml => (
        <Suspense fallback={skeleton}>
          <InstanceDiagram xml={xml} instance={instance} highlighted={highlighted} />
        </Suspense>
      )}
    </Loaded>
  )
}

function Panes({ diagram, side }: { diagram: ReactNode; side: ReactNode }) {
  const { t } = useTranslation('instances')
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'processflow.instance',
    storage: window.localStorage,
  })
  return (
    <Group orientation="horizontal" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <Panel id="diagram" minSize="320px">
        {diagram}
      </Panel>
      <Separator className={classes.separator} aria-label={t('resize')} />
      <Panel id="side" defaultSize="36%" minSize="280px">
        {side}
      </Panel>
    </Group>
  )
}
