import { Button, FileButton, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileUp, Plus, Search, SearchX, Workflow } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult, ProcessModel } from '@/shared/api/types'
import { StartDialog } from '@/shared/process/StartDialog'
import { useTeam } from '@/shared/team/team'
import { Loaded } from '@/shared/ui/Loaded'
import { Page, PageHeader } from '@/shared/ui/Page'
import { EmptyState, ErrorNote, ListSkeleton } from '@/shared/ui/States'
import { toastUndo } from '@/shared/ui/toast'
import { modelPagesQuery, useDeleteModel, useDuplicateModel, useImportModel } from '../api/models'
import type { ModelsSearch } from '../search'
import { CreateModelDialog } from './CreateModelDialog'
import { FileDrop } from './FileDrop'
import { ImportDialog } from './ImportDialog'
import { DeleteModelDialog, RenameModelDialog } from './ModelDialogs'
import { ModelRow } from './ModelRow'
import classes from './ModelsPage.module.css'

const SEARCH_PAUSE = 200

/** The team's processes: find, draw, import, start. */
export function ModelsPage({ search }: { search: ModelsSearch }) {
  const { t } = useTranslation('models')
  const team = useTeam()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  const [wanted] = useDebouncedValue(typed.trim(), SEARCH_PAUSE)
  const models = useInfiniteQuery(modelPagesQuery(team.id, wanted))
  const importing = useImportModel(team.id)
  const [creating, setCreating] = useState(false)
  const [imported, setImported] = useState<ImportResult | null>(null)

  useEffect(() => {
    void navigate({
      to: '/teams/$teamId/processes',
      params: { teamId: team.id },
      search: wanted === '' ? {} : { q: wanted },
      replace: true,
    })
  }, [wanted, navigate, team.id])

  function importFile(file: File | null) {
    if (file) importing.mutate(file, { onSuccess: setImported })
  }

  const actions = (
    <>
      <ImportButton pending={importing.isPending} onFile={importFile} />
      <Button leftSection={<Plus size={15} aria-hidden />} onClick={() => setCreating(true)}>
        {t('create.title')}
      </Button>
    </>
  )

  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <FileDrop hint={t('import.drop')} onFile={importFile}>
        <Stack gap="md">
          {importing.error ? <ErrorNote error={importing.error} /> : null}
          <TextInput
            className={classes.search}
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<Search size={14} aria-hidden />}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            type="search"
            data-page-search
          />
          <Loaded query={models} skeleton={<ListSkeleton rows={6} height={56} />}>
            {items =>
              items.length === 0 ? (
                <Nothing query={wanted} onClear={() => setTyped('')} actions={actions} />
              ) : (
                <ModelList models={items} />
              )
            }
          </Loaded>
          {models.hasNextPage ? (
            <Button
              className={classes.more}
              variant="default"
              loading={models.isFetchingNextPage}
              onClick={() => void models.fetchNextPage()}
            >
              {t('more')}
            </Button>
          ) : null}
        </Stack>
      </FileDrop>
      <CreateModelDialog opened={creating} onClose={() => setCreating(false)} />
      <ImportDialog result={imported} onClose={() => setImported(null)} />
    </Page>
  )
}

function ImportButton({ pending, onFile }: { pending: boolean; onFile: (f: File | null) => void }) {
  const { t } = useTranslation('models')
  return (
    <FileButton onChange={onFile} accept=".bpmn,.bpmn20,.xml,application/xml,text/xml">
      {props => (
        <Button
          {...props}
          variant="default"
          loading={pending}
          leftSection={<FileUp size={15} aria-hidden />}
        >
          {t('import.button')}
        </Button>
      )}
    </FileButton>
  )
}

type NothingProps = { query: string; onClear: () => void; actions: ReactNode }

function Nothing({ query, onClear, actions }: NothingProps) {
  const { t } = useTranslation(['models', 'common'])
  if (query === '') {
    return (
      <EmptyState
        icon={Workflow}
        title={t('models:empty.title')}
        text={t('models:empty.text')}
        action={actions}
      />
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t('models:nothing', { query })}
      action={
        <Button variant="default" onClick={onClear}>
          {t('common:action.clear')}
        </Button>
      }
    />
  )
}

function useDuplicate(): (model: ProcessModel) => void {
  const { t } = useTranslation(['models', 'common'])
  const { id: teamId } = useTeam()
  const duplicate = useDuplicateModel(teamId)
  const remove = useDeleteModel(teamId)
  return model =>
    duplicate.mutate(
      { model, name: t('common:copyName', { name: model.name }) },
      {
        onSuccess: made =>
          toastUndo(t('models:duplicate.done', { name: made.name }), () => remove.mutate(made.id)),
      },
    )
}

function ModelList({ models }: { models: ProcessModel[] }) {
  const duplicate = useDuplicate()
  const [starting, setStarting] = useState<ProcessModel | null>(null)
  const [renaming, setRenaming] = useState<ProcessModel | null>(null)
  const [deleting, setDeleting] = useState<ProcessModel | null>(null)
  return (
    <>
      <ul className={classes.list}>
        {models.map(model => (
          <ModelRow
            key={model.id}
            model={model}
            onStart={setStarting}
            onRename={setRenaming}
            onDuplicate={duplicate}
            onDelete={setDeleting}
          />
        ))}
      </ul>
      <StartDialog process={starting} onClose={() => setStarting(null)} />
      <RenameModelDialog model={renaming} onClose={() => setRenaming(null)} />
      <DeleteModelDialog model={deleting} onClose={() => setDeleting(null)} />
    </>
  )
}
