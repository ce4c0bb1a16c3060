import { Menu, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  Check,
  ChevronsUpDown,
  Keyboard,
  Languages,
  LogOut,
  Moon,
  Settings,
  Sun,
  SunMoon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSignOut, useUpdateMe } from '@/features/account/api/account'
import { LANGUAGE_NAMES, LANGUAGES } from '@/shared/i18n/languages'
import { useUser } from '@/shared/session/session'
import classes from './Sidebar.module.css'

const THEMES = [
  { value: false, label: 'theme.light', icon: Sun },
  { value: true, label: 'theme.dark', icon: Moon },
  { value: null, label: 'theme.system', icon: SunMoon },
] as const

type AccountMenuProps = { collapsed: boolean; onShowShortcuts: () => void }

export function AccountMenu({ collapsed, onShowShortcuts }: AccountMenuProps) {
  const { t, i18n } = useTranslation()
  const user = useUser()
  const navigate = useNavigate()
  const updateMe = useUpdateMe()
  const signOut = useSignOut()
  const name = user.name || user.username
  return (
    <Menu width={232} position="top-start">
      <Menu.Target>
        <button type="button" className={`${classes.switcher} ${classes.account}`}>
          <span className={classes.avatar} aria-hidden>
            {[...name][0]?.toLocaleUpperCase()}
          </span>
          {collapsed ? (
            <VisuallyHidden>{name}</VisuallyHidden>
          ) : (
            <>
              <span className={classes.name}>{name}</span>
              <ChevronsUpDown size={14} aria-hidden />
            </>
          )}
          <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item
          leftSection={<Settings size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/settings' })}
        >
          {t('nav.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={16} aria-hidden />} onClick={onShowShortcuts}>
          {t('account.shortcuts')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('account.theme')}</Menu.Label>
        {THEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={label}
            closeMenuOnClick={false}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={
              user.isDarkModeEnabled === value ? <Check size={14} aria-hidden /> : undefined
            }
            aria-current={user.isDarkModeEnabled === value}
            onClick={() => updateMe.mutate({ isDarkModeEnabled: value })}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('account.language')}</Menu.Label>
        {LANGUAGES.map(language => (
          <Menu.Item
            key={language}
            lang={language}
            closeMenuOnClick={false}
            leftSection={<Languages size={16} aria-hidden />}
            rightSection={i18n.language === language ? <Check size={14} aria-hidden /> : undefined}
            aria-current={i18n.language === language}
            onClick={() => updateMe.mutate({ language })}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
