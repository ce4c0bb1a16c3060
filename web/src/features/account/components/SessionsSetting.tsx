import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '@/shared/api/types'
import { Loaded } from '@/shared/ui/Loaded'
import { Moment } from '@/shared/ui/Moment'
import { Setting } from '@/shared/ui/Section'
import { ErrorNote, ListSkeleton } from '@/shared/ui/States'
import { toast } from '@/shared/ui/toast'
import { sessionsQuery, useEndSession } from '../api/account'
import { deviceOf } from '../device-name'
import classes from './SessionsSetting.module.css'

export function SessionsSetting() {
  const { t } = useTranslation('account')
  const sessions = useQuery(sessionsQuery)
  return (
    <Setting title={t('settings.sessions')} description={t('settings.sessionsText')}>
      <Loaded query={sessions} skeleton={<ListSkeleton rows={2} height={56} />}>
        {items => (
          <ul className={classes.list}>
            {items.map(session => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </Setting>
  )
}

function useDeviceName(userAgent: string | null): string {
  const { t } = useTranslation('account')
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return t('browser.on', { browser, system })
  return browser ?? system ?? t('settings.unknownDevice')
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation('account')
  const end = useEndSession()
  const device = useDeviceName(session.userAgent)
  return (
    <li className={classes.row}>
      <MonitorSmartphone size={18} strokeWidth={1.75} aria-hidden />
      <Stack gap={2} className={classes.what}>
        <span className={classes.name}>
          {device}
          {session.current ? (
            <span className={classes.here}>{t('settings.thisDevice')}</span>
          ) : null}
        </span>
        <span className={classes.detail}>
          {t('settings.lastSeen')} <Moment at={session.lastSeenAt} />
          {session.ipAddress ? ` · ${session.ipAddress}` : null}
        </span>
        {end.error ? <ErrorNote error={end.error} /> : null}
      </Stack>
      {session.current ? null : (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          onClick={() =>
            end.mutate(session.id, { onSuccess: () => toast(t('settings.sessionEnded')) })
          }
        >
          {t('settings.endSession')}
        </Button>
      )}
    </li>
  )
}
