import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/keys'
import { asProblem } from '@/shared/api/problem'
import type { Finding, ProcessModel } from '@/shared/api/types'
import { FindingList } from '@/shared/findings/FindingList'
import { isBehavioural } from '@/shared/findings/findings'
import { readDraft } from '@/shared/process/draft'
import { Dialog } from '@/shared/ui/Dialog'
import { Loaded } from '@/shared/ui/Loaded'
import { ErrorNote, ListSkeleton } from '@/shared/ui/States'
import { toast } from '@/shared/ui/toast'
import { publishDraft, verifyDraft } from '../api/draft'
import { changesSince } from '../api/versions'
import { ChangeList } from '../versions/ChangeList'
import type { Change } from '../versions/difference'
import classes from './EditorPage.module.css'

type PublishDialogProps = {
  opened: boolean
  model: ProcessModel
  onClose: () => void
  /** Saves what is not saved yet; nothing is published while that fails. */
  save: () => Promise<boolean>
  onFindings: (findings: Finding[]) => void
}

/** Makes the draft the version that new starts use. */
export function PublishDialog(props: PublishDialogProps) {
  const { t } = useTranslation('editor')
  const version = (props.model.latestVersion ?? 0) + 1
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      size={560}
      title={t('publish.title', { version })}
    >
      <PublishBody {...props} version={version} />
    </Dialog>
  )
}

type PublishBodyProps = PublishDialogProps & { version: number }

function PublishBody(props: PublishBodyProps) {
  const { t } = useTranslation('editor')
  const { model, save } = props
  const check = useQuery({
    queryKey: [...keys.model(model.id), 'before-publishing'],
    queryFn: async () => {
      if (!(await save())) throw new Error(t('save.beforePublish'))
      const { xml, etag } = await readDraft(model.id)
      const [{ findings }, changes] = await Promise.all([
        verifyDraft(model.id),
        model.latestVersion === null ? null : changesSince(model.id, model.latestVersion, xml),
      ])
      return { findings, changes, etag }
    },
    gcTime: 0,
    staleTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <Loaded query={check} skeleton={<ListSkeleton rows={3} />}>
      {known => <PublishForm {...props} {...known} />}
    </Loaded>
  )
}

/** What a refusal to publish lists; undefined when it is about something else. */
function refusedFindings(error: unknown): { findings: Finding[]; confirm: boolean } | undefined {
  if (!error) return undefined
  const problem = asProblem(error)
  if (problem.code !== 'confirm' && problem.code !== 'findings') return undefined
  const findings = Array.isArray(problem.extra.findings) ? problem.extra.findings : []
  return { findings: findings as Finding[], confirm: problem.code === 'confirm' }
}

type PublishFormProps = PublishBodyProps & {
  findings: Finding[]
  /** What the draft holds that its last version does not; null: there is no version yet. */
  changes: readonly Change[] | null
  /** The revision that was checked: no other is published. */
  etag: string
}

/** Ctrl+Enter publishes from within the note, too. */
function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

export function PublishForm(props: PublishFormProps) {
  const { t } = useTranslation(['editor', 'common'])
  const { model, version } = props
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: (force: boolean) =>
      publishDraft(model.id, { note: note.trim(), force }, props.etag),
    onSuccess: async ({ version: published }) => {
      toast(t('editor:publish.done', { version: published }))
      props.onClose()
      await client.invalidateQueries({ queryKey: keys.model(model.id), exact: true })
      void client.invalidateQueries({ queryKey: keys.models(model.teamId) })
    },
    onError: error => {
      const refused = refusedFindings(error)
      if (refused && !refused.confirm) props.onFindings(refused.findings)
    },
  })
  const refused = refusedFindings(publish.error)
  const findings = refused?.findings ?? props.findings
  const errors = findings.some(finding => finding.severity === 'error')
  const confirm = refused?.confirm ?? false

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!errors && !publish.isPending) publish.mutate(confirm)
  }

  return (
    <form onSubmit={submit} onKeyDown={submitByKey}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t(summary(findings, confirm))}</p>
        {findings.length > 0 ? (
          <div style={{ maxHeight: '38vh', overflow: 'auto' }}>
            <FindingList findings={findings} />
          </div>
        ) : (
          <p className={classes.clean}>{t('editor:findings.none')}</p>
        )}
        <SinceLastVersion model={model} changes={props.changes} />
        <Textarea
          label={t('editor:publish.note')}
          placeholder={t('editor:publish.notePlaceholder')}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={event => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {model.runningInstances > 0 ? (
          <p style={{ margin: 0 }}>
            {t('editor:publish.running', { count: model.runningInstances })}
          </p>
        ) : null}
        {publish.error && !refused ? <ErrorNote error={publish.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={errors}>
            {t(confirm ? 'editor:publish.force' : 'editor:publish.submit', { version })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type SinceLastVersionProps = { model: ProcessModel; changes: readonly Change[] | null }

function SinceLastVersion({ model, changes }: SinceLastVersionProps) {
  const { t } = useTranslation('versions')
  if (changes === null) return <p style={{ margin: 0 }}>{t('publish.first')}</p>
  const version = model.latestVersion
  if (changes.length === 0) return <p style={{ margin: 0 }}>{t('publish.same', { version })}</p>
  return (
    <section aria-label={t('publish.since', { version })}>
      <h3 className={classes.since}>
        {t('publish.since', { version })}
        <span>{t('changes.count', { count: changes.length })}</span>
      </h3>
      <div className={classes.changes}>
        <ChangeList changes={changes} />
      </div>
    </section>
  )
}

function summary(findings: readonly Finding[], confirm: boolean) {
  if (findings.some(finding => finding.severity === 'error')) return 'editor:publish.errors'
  if (findings.some(isBehavioural)) {
    return confirm ? 'editor:publish.confirmBehaviour' : 'editor:publish.behaviour'
  }
  if (findings.some(finding => finding.severity === 'stand-in')) {
    return confirm ? 'editor:publish.confirmStandIns' : 'editor:publish.standIns'
  }
  return 'editor:publish.ready'
}
