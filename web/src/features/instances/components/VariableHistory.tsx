import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shown } from '@/shared/format/variable-text'
import { Loaded } from '@/shared/ui/Loaded'
import { Moment } from '@/shared/ui/Moment'
import { variableHistoryQuery } from '../api/instances'
import classes from './InstancePage.module.css'

/** Every value a variable had, the newest first. */
export function VariableHistory({ instanceId, name }: { instanceId: number; name: string }) {
  const { t } = useTranslation('instances')
  const query = useInfiniteQuery(variableHistoryQuery(instanceId, name))
  return (
    <Loaded query={query} skeleton={<Skeleton height={120} />}>
      {changes => (
        <>
          <ol className={classes.changes}>
            {changes.map(change => (
              <li key={`${change.at} ${change.element?.number ?? ''} ${shown(change.value)}`}>
                <div className={classes.changed}>{shown(change.value)}</div>
                <div className={classes.muted}>
                  {change.element
                    ? t('variables.byStep', { step: change.element.name, name: change.actor })
                    : change.actor}
                  {change.reason ? ` · ${change.reason} · ` : ' · '}
                  <Moment at={change.at} />
                </div>
              </li>
            ))}
          </ol>
          {query.hasNextPage ? (
            <Button
              variant="default"
              size="xs"
              loading={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              {t('variables.more')}
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  )
}
