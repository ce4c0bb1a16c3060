import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Sidebar } from './Sidebar'

type SidebarDrawerProps = { opened: boolean; onClose: () => void; onShowShortcuts: () => void }

/** The sidebar of a phone. */
export function SidebarDrawer({ opened, onClose, onShowShortcuts }: SidebarDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      padding={0}
      withCloseButton={false}
      aria-label={t('nav.main')}
    >
      <Sidebar collapsed={false} onShowShortcuts={onShowShortcuts} />
    </Drawer>
  )
}
