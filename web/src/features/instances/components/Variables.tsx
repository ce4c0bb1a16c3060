import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '@/shared/api/types'
import { shown } from '@/shared/format/variable-text'
import { useCanUse } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { isOver } from '../status'
import classes from './InstancePage.module.css'
import { VariableForm } from './VariableForm'
import { VariableHistory } from './VariableHistory'

type Opened = { what: 'form' | 'history'; name: string }

/** What the instance knows; who may watch over it can change it, and everybody sees what it was before. */
export function Variables({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instances')
  const mayChange = useCanUse('Monitoring') && !isOver(instance.status)
  const [opened, setOpened] = useState<Opened | null>(null)
  const variables = Object.entries(instance.variables)
  const close = () => setOpened(null)
  return (
    <>
      {variables.length === 0 ? <p className={classes.muted}>{t('variables.none')}</p> : null}
      <dl className={classes.variables}>
        {variables.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              {shown(value)}
              <span className={classes.variableActions}>
                <Small
                  label={t('variables.history')}
                  of={name}
                  onClick={() => setOpened({ what: 'history', name })}
                />
                {mayChange ? (
                  <Small
                    label={t('variables.change')}
                    of={name}
                    onClick={() => setOpened({ what: 'form', name })}
                  />
                ) : null}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {mayChange ? (
        <Button
          mt="md"
          size="xs"
          variant="default"
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => setOpened({ what: 'form', name: '' })}
        >
          {t('variables.add')}
        </Button>
      ) : null}
      <Dialog opened={opened?.what === 'form'} onClose={close} title={t('variables.title')}>
        <VariableForm instance={instance} name={opened?.name ?? ''} onDone={close} />
      </Dialog>
      <Dialog
        opened={opened?.what === 'history'}
        onClose={close}
        title={t('variables.historyOf', { name: opened?.name ?? '' })}
      >
        <VariableHistory instanceId={instance.id} name={opened?.name ?? ''} />
      </Dialog>
    </>
  )
}

function Small({ label, of, onClick }: { label: string; of: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" aria-label={`${label}: ${of}`} onClick={onClick}>
      {label}
    </Button>
  )
}
