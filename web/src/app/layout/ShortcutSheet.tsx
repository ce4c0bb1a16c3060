import { Kbd, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/shared/ui/Dialog'
import { useSingleKeys } from '@/shared/ui/single-keys'
import { AREAS } from './areas'
import { modifierKey } from './modifier-key'
import classes from './ShortcutSheet.module.css'

type Row = { what: string; keys: string[]; chord?: boolean }

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [singleKeys, setSingleKeys] = useSingleKeys()
  const goTo = (page: string, key: string): Row => ({
    what: t('keys.goTo', { page }),
    keys: ['g', key],
    chord: true,
  })
  const rows: Row[] = [
    { what: t('keys.palette'), keys: [modifierKey, 'K'] },
    goTo(t('nav.dashboard'), 'd'),
    ...AREAS.map(area => goTo(t(area.label), area.key)),
    { what: t('keys.search'), keys: ['/'] },
    { what: t('keys.close'), keys: ['Esc'] },
    { what: t('keys.sheet'), keys: ['?'] },
  ]
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')}>
      <dl className={classes.list}>
        {rows.map(row => (
          <Fragment key={row.what}>
            <dt>{row.what}</dt>
            <dd>
              {row.keys.map((key, place) => (
                <Fragment key={key}>
                  {place > 0 && row.chord ? <span>{t('keys.then')}</span> : null}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
      <Switch
        checked={singleKeys}
        onChange={event => setSingleKeys(event.currentTarget.checked)}
        label={t('keys.single')}
        description={t('keys.singleHint')}
      />
    </Dialog>
  )
}
