import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessInstance } from '@/shared/api/types'
import { Moment } from '@/shared/ui/Moment'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { badgeOf } from '../status'
import classes from './InstancesPage.module.css'

type InstanceTableProps = { instances: ProcessInstance[]; teamId: number }

export function InstanceTable({ instances, teamId }: InstanceTableProps) {
  const { t } = useTranslation('instances')
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.process')}</th>
          <th scope="col">{t('column.status')}</th>
          <th scope="col">{t('column.version')}</th>
          <th scope="col">{t('column.startedBy')}</th>
          <th scope="col">{t('column.started')}</th>
        </tr>
      </thead>
      <tbody>
        {instances.map(instance => (
          <tr className={classes.row} key={instance.id}>
            <td>
              <Link
                className={classes.link}
                to="/teams/$teamId/instances/$instanceId"
                params={{ teamId, instanceId: instance.id }}
              >
                {instance.title ?? instance.processModelName}
              </Link>{' '}
              <span className={classes.number}>
                {instance.title
                  ? `${instance.processModelName} #${instance.id}`
                  : `#${instance.id}`}
              </span>
              {instance.status === 'Error' && instance.statusMessage ? (
                <span className={classes.message}>{instance.statusMessage}</span>
              ) : null}
            </td>
            <td>
              <StatusBadge status={badgeOf(instance.status)} />
            </td>
            <td className={`${classes.optional} ${classes.number}`}>
              {t('version', { version: instance.version })}
            </td>
            <td className={classes.optional}>{instance.startedBy ?? t('byProgram')}</td>
            <td className={classes.optional}>
              <Moment at={instance.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
