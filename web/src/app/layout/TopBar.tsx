import { ActionIcon, Kbd } from '@mantine/core'
import { Menu, PanelLeft, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { modifierKey } from '@/shared/ui/modifier-key'
import { Breadcrumbs } from './Breadcrumbs'
import classes from './TopBar.module.css'

type TopBarProps = {
  collapsed: boolean
  onToggleSidebar: () => void
  onOpenDrawer: () => void
  onOpenPalette: () => void
}

export function TopBar({ collapsed, onToggleSidebar, onOpenDrawer, onOpenPalette }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.bar}>
      <ActionIcon
        className={classes.burger}
        variant="subtle"
        aria-label={t('nav.openMenu')}
        onClick={onOpenDrawer}
      >
        <Menu size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        className={classes.collapse}
        variant="subtle"
        aria-label={collapsed ? t('nav.expand') : t('nav.collapse')}
        aria-expanded={!collapsed}
        onClick={onToggleSidebar}
      >
        <PanelLeft size={16} strokeWidth={1.75} aria-hidden />
      </ActionIcon>
      <Breadcrumbs />
      <button
        type="button"
        className={classes.search}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onOpenPalette}
      >
        <Search size={14} aria-hidden />
        <span>{t('nav.search')}</span>
        <Kbd aria-hidden>{`${modifierKey} K`}</Kbd>
      </button>
    </div>
  )
}
