import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import { useFormat } from '@/shared/format/format'
import { Moment } from '@/shared/ui/Moment'
import { RewardPill } from '@/shared/ui/RewardPill'
import classes from './InstancePage.module.css'
import { Timeline } from './Timeline'
import { Variables } from './Variables'

type InstanceTabsProps = { instance: InstanceDetail; onShow: (bpmnId: string) => void }

/** What happened, what is known, what was earned. */
export function InstanceTabs({ instance, onShow }: InstanceTabsProps) {
  const { t } = useTranslation('instances')
  return (
    <div className={classes.side}>
      <Tabs defaultValue="timeline" className={classes.tabs} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="timeline">{t('tab.timeline')}</Tabs.Tab>
          <Tabs.Tab value="variables">{t('tab.variables')}</Tabs.Tab>
          <Tabs.Tab value="rewards">{t('tab.rewards')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('tab.log')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="timeline" className={classes.panel}>
          <Timeline instance={instance} onShow={onShow} />
        </Tabs.Panel>
        <Tabs.Panel value="variables" className={classes.panel}>
          <Variables instance={instance} />
        </Tabs.Panel>
        <Tabs.Panel value="rewards" className={classes.panel}>
          <Rewards instance={instance} />
        </Tabs.Panel>
        <Tabs.Panel value="log" className={classes.panel}>
          <Log instance={instance} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function Rewards({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instances')
  if (instance.rewards.length === 0) return <p className={classes.muted}>{t('rewards.none')}</p>
  return (
    <ul className={classes.rewards}>
      {instance.rewards.map(reward => (
        <li
          className={classes.reward}
          key={`${reward.at} ${reward.person} ${reward.kind} ${reward.badge} ${reward.reason}`}
        >
          {reward.kind ? <RewardPill reward={{ ...reward, kind: reward.kind }} /> : null}
          <span>{reward.person}</span>
          {reward.reason ? <span className={classes.muted}>{reward.reason}</span> : null}
          <span className={classes.muted}>
            <Moment at={reward.at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Log({ instance }: { instance: InstanceDetail }) {
  const { t, i18n } = useTranslation('instances')
  const format = useFormat()
  const word = (group: 'command' | 'actor', name: string) => {
    const key = `${group}.${name}`
    return i18n.exists(key, { ns: 'instances' }) ? t(key as never) : name
  }
  return (
    <ol className={classes.log}>
      {instance.history.map(entry => (
        <li key={entry.number}>
          <span className={classes.logNumber}>{entry.number}</span>
          <span style={{ flex: 1 }}>
            {word('command', entry.command)}
            <span className={classes.muted}>
              {entry.actor ? ` · ${word('actor', entry.actor)}` : ''}
              {entry.reason ? ` · ${entry.reason}` : ''}
            </span>
          </span>
          <time className={classes.muted} dateTime={entry.at} title={format.dateTime(entry.at)}>
            {format.time(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
