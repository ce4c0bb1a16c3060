import { Kbd, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/shared/ui/Dialog'
import { modifierKey } from '@/shared/ui/modifier-key'
import { type KeyRow, useShownKeys } from '@/shared/ui/page-keys'
import { useSingleKeys } from '@/shared/ui/single-keys'
import { AREAS } from './areas'
import classes from './ShortcutSheet.module.css'

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [singleKeys, setSingleKeys] = useSingleKeys()
  const ofPage = useShownKeys()
  const goTo = (page: string, key: string): KeyRow => ({
    what: t('keys.goTo', { page }),
    keys: ['g', key],
    chord: true,
  })
  const rows: KeyRow[] = [
    { what: t('keys.palette'), keys: [modifierKey, 'K'] },
    goTo(t('nav.dashboard'), 'd'),
    ...AREAS.map(area => goTo(t(area.label), area.key)),
    { what: t('keys.search'), keys: ['/'] },
    { what: t('keys.close'), keys: ['Esc'] },
    { what: t('keys.sheet'), keys: ['?'] },
  ]
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} size={ofPage ? 760 : 'md'}>
      {ofPage ? (
        <>
          <h3 className={classes.section}>{ofPage.title}</h3>
          <KeyList rows={ofPage.rows} />
          <h3 className={classes.section}>{t('keys.everywhere')}</h3>
        </>
      ) : null}
      <KeyList rows={rows} />
      <Switch
        checked={singleKeys}
        onChange={event => setSingleKeys(event.currentTarget.checked)}
        label={t('keys.single')}
        description={t('keys.singleHint')}
      />
    </Dialog>
  )
}

function KeyList({ rows }: { rows: readonly KeyRow[] }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.list}>
      {rows.map(row => (
        <div key={row.what} className={classes.row}>
          <dt>{row.what}</dt>
          <dd>
            {row.keys.map((key, place) => (
              <Fragment key={key}>
                {place > 0 && row.chord ? <span>{t('keys.then')}</span> : null}
                <Kbd>{key}</Kbd>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
