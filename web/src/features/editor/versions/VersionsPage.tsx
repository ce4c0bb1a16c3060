import { Skeleton } from '@mantine/core'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/keys'
import type { ModelVersion, ProcessModel } from '@/shared/api/types'
import { useCrumb } from '@/shared/ui/crumbs'
import { Loaded } from '@/shared/ui/Loaded'
import { ButtonLink } from '@/shared/ui/links'
import { Page } from '@/shared/ui/Page'
import { EmptyState } from '@/shared/ui/States'
import { toastProblem, toastUndo } from '@/shared/ui/toast'
import { useDocumentTitle } from '@/shared/ui/use-document-title'
import { modelQuery } from '../api/draft'
import { type Edition, restoreVersion, versionPagesQuery } from '../api/versions'
import { editionsIn, markedAs, toggled, type VersionsSearch } from '../search'
import { Comparison } from './Comparison'
import { VersionList } from './VersionList'
import classes from './VersionsPage.module.css'

type VersionsPageProps = { modelId: number; search: VersionsSearch }

/** What was published of a process: look at one, compare two, make one the draft again. */
export function VersionsPage({ modelId, search }: VersionsPageProps) {
  const model = useQuery(modelQuery(modelId))
  const versions = useInfiniteQuery(versionPagesQuery(modelId))
  const skeleton = <Skeleton height="100%" radius={0} />
  return (
    <Page width="bleed">
      <Loaded query={model} skeleton={skeleton}>
        {known => (
          <Loaded query={versions} skeleton={skeleton}>
            {items => (
              <Versions
                model={known}
                versions={items}
                marked={search.marked === undefined ? atFirst(items) : editionsIn(search.marked)}
                onMore={versions.hasNextPage ? () => void versions.fetchNextPage() : undefined}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

/** What people come for: what is different now. */
function atFirst(versions: readonly ModelVersion[]): Edition[] {
  const last = versions[0]?.version
  return last === undefined ? ['draft'] : [last, 'draft']
}

type VersionsProps = {
  model: ProcessModel
  versions: readonly ModelVersion[]
  marked: readonly Edition[]
  onMore: (() => void) | undefined
}

function Versions({ model, versions, marked, onMore }: VersionsProps) {
  const { t } = useTranslation('versions')
  const navigate = useNavigate()
  const restore = useRestore(model)
  useCrumb(model.name)
  useDocumentTitle(t('title', { name: model.name }))

  function mark(editions: readonly Edition[]) {
    void navigate({
      to: '/teams/$teamId/processes/$modelId/versions',
      params: { teamId: model.teamId, modelId: model.id },
      search: { marked: markedAs(editions) },
      replace: true,
    })
  }

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <ButtonLink
          to="/teams/$teamId/processes/$modelId"
          params={{ teamId: model.teamId, modelId: model.id }}
          variant="subtle"
          size="xs"
          leftSection={<ArrowLeft size={14} aria-hidden />}
        >
          {t('back')}
        </ButtonLink>
        <h1 className={classes.title}>{t('title', { name: model.name })}</h1>
      </header>
      <div className={classes.body}>
        <VersionList
          model={model}
          versions={versions}
          marked={marked}
          onToggle={edition => mark(toggled(marked, edition))}
          onMore={onMore}
        />
        {versions.length === 0 ? (
          <EmptyState icon={History} title={t('none')} text={t('noneText')} framed={false} />
        ) : (
          <Comparison
            key={markedAs(marked)}
            model={model}
            versions={versions}
            marked={marked}
            onCompare={mark}
            onRestore={restore}
          />
        )}
      </div>
    </div>
  )
}

/** A version becomes the draft at once, and what was the draft comes back on demand. */
function useRestore(model: ProcessModel): (version: number) => Promise<void> {
  const { t } = useTranslation('versions')
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: keys.model(model.id) })
  return async version => {
    try {
      const takeBack = await restoreVersion(model.id, version)
      await refresh()
      toastUndo(t('restored', { version }), () => {
        void takeBack().then(refresh, toastProblem)
      })
    } catch (error) {
      toastProblem(error)
    }
  }
}
