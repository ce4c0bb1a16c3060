import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startableQuery } from '@/shared/process/models'
import { type Startable, StartDialog } from '@/shared/process/StartDialog'
import { useCanUse, useTeam } from '@/shared/team/team'

/** The processes that can be started, for who may see them. */
export function StartProcess() {
  const { t } = useTranslation('tasks')
  const team = useTeam()
  const maySee = useCanUse('Editor')
  const { data } = useQuery({ ...startableQuery(team.id), enabled: maySee })
  const [starting, setStarting] = useState<Startable | null>(null)
  if (!data || data.length === 0) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<Play size={14} aria-hidden />}>{t('start')}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          {data.map(model => (
            <Menu.Item key={model.id} onClick={() => setStarting(model)}>
              {model.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <StartDialog process={starting} onClose={() => setStarting(null)} />
    </>
  )
}
