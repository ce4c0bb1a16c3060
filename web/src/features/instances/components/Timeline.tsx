import { Button } from '@mantine/core'
import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail, InstanceElement } from '@/shared/api/types'
import { useCanUse } from '@/shared/team/team'
import { Moment } from '@/shared/ui/Moment'
import { ErrorNote } from '@/shared/ui/States'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { useRetry } from '../api/instances'
import { isOver } from '../status'
import classes from './InstancePage.module.css'

type TimelineProps = { instance: InstanceDetail; onShow: (bpmnId: string) => void }

/** Every step in the order it began; pressing one shows it in the drawing. */
export function Timeline({ instance, onShow }: TimelineProps) {
  const mayAct = useCanUse('Monitoring')
  return (
    <ol className={classes.timeline}>
      {instance.elements.map(element => (
        <li key={element.id}>
          <Step element={element} onShow={onShow} />
          {element.status === 'Error' && mayAct && !isOver(instance.status) ? (
            <RetryStep instance={instance} element={element} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

const TYPE_WORDS: Record<string, true> = {
  startNode: true,
  endNode: true,
  activityNode: true,
  infoNode: true,
  gatewayNode: true,
  andSplitNode: true,
  andJoinNode: true,
  challengeNode: true,
  gamificationEventNode: true,
}

function Step({ element, onShow }: { element: InstanceElement; onShow: (id: string) => void }) {
  const { t } = useTranslation('instances')
  const type = TYPE_WORDS[element.type] ? t(`type.${element.type}` as never) : element.type
  const name = element.name === null || element.name === element.bpmnId ? type : element.name
  return (
    <button type="button" className={classes.step} onClick={() => onShow(element.bpmnId)}>
      <span className={classes.stepNumber}>{element.number}</span>
      <span className={classes.stepName}>{name}</span>
      <StatusBadge status={element.status} />
      <span className={classes.stepFacts}>
        {name === type ? null : <span>{type}</span>}
        {element.role ? <span>{element.role}</span> : null}
        {element.completedBy ? <span>{t('by', { name: element.completedBy })}</span> : null}
        <Moment at={element.completedAt ?? element.createdAt} />
        {element.statusMessage ? (
          <span className={element.status === 'Error' ? classes.stepMessage : ''}>
            {element.statusMessage}
          </span>
        ) : null}
      </span>
    </button>
  )
}

function RetryStep({ instance, element }: { instance: InstanceDetail; element: InstanceElement }) {
  const { t } = useTranslation('instances')
  const retry = useRetry(instance)
  return (
    <div className={classes.retry}>
      <Button
        size="xs"
        variant="default"
        loading={retry.isPending}
        leftSection={<RotateCw size={13} aria-hidden />}
        onClick={() => retry.mutate({ id: element.id })}
      >
        {t('action.retry')}
      </Button>
      {retry.error ? <ErrorNote error={retry.error} /> : null}
    </div>
  )
}
