import { Button, TextInput } from '@mantine/core'
import { Ban, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import { useCanUse } from '@/shared/team/team'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Moment } from '@/shared/ui/Moment'
import { ErrorNote } from '@/shared/ui/States'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { useInstanceAction } from '../api/instances'
import { badgeOf, isOver } from '../status'
import classes from './InstancePage.module.css'

/** What this instance is, how it stands, and what can be done with it. */
export function InstanceHead({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instances')
  const mayAct = useCanUse('Monitoring')
  const number = t('instance', { process: instance.processModelName, id: instance.id })
  return (
    <header className={classes.head}>
      <div>
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{instance.title ?? number}</h1>
          <StatusBadge status={badgeOf(instance.status)} />
        </div>
        <p className={classes.facts}>
          {instance.title ? <span>{number}</span> : null}
          <span>{t('version', { version: instance.version })}</span>
          <span>
            {t('startedBy', { name: instance.startedBy ?? t('byProgram') })}{' '}
            <Moment at={instance.createdAt} />
          </span>
          {instance.completedAt ? (
            <span>
              {t('over')} <Moment at={instance.completedAt} />
            </span>
          ) : null}
        </p>
      </div>
      {mayAct && !isOver(instance.status) ? <InstanceActions instance={instance} /> : null}
      {instance.statusMessage ? <p className={classes.message}>{instance.statusMessage}</p> : null}
    </header>
  )
}

function InstanceActions({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instances')
  const act = useInstanceAction(instance)
  const [cancelling, setCancelling] = useState(false)
  const [reason, setReason] = useState('')
  const onHold = instance.status === 'On Hold'
  return (
    <div>
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={act.isPending}
          leftSection={onHold ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
          onClick={() => act.mutate({ action: onHold ? 'resume' : 'hold' })}
        >
          {t(onHold ? 'action.resume' : 'action.hold')}
        </Button>
        <Button
          variant="default"
          leftSection={<Ban size={14} aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          {t('action.cancel')}
        </Button>
      </div>
      {act.error && !cancelling ? <ErrorNote error={act.error} /> : null}
      <ConfirmDialog
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t('cancel.title', { id: instance.id })}
        confirmLabel={t('action.cancel')}
        pending={act.isPending}
        error={act.error}
        onConfirm={() =>
          act.mutate(
            { action: 'cancel', reason: reason.trim() },
            { onSuccess: () => setCancelling(false) },
          )
        }
      >
        <p>{t('cancel.text')}</p>
        <TextInput
          label={t('cancel.reason')}
          value={reason}
          maxLength={500}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </div>
  )
}
