import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Check, Languages, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { switchLanguage } from '@/shared/i18n/i18n'
import { LANGUAGE_NAMES, LANGUAGES } from '@/shared/i18n/languages'
import { Logo } from './Logo'
import { ProcessArt } from './ProcessArt'
import classes from './PublicFrame.module.css'
import { toastError } from './toast'
import { useDocumentTitle } from './use-document-title'

function LanguageMenu() {
  const { t, i18n } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('account.language')}>
          <Languages size={18} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(language => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? <Check size={14} aria-hidden /> : undefined}
            aria-current={i18n.language === language}
            onClick={() => {
              switchLanguage(language).catch((error: unknown) => toastError(String(error)))
            }}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AppearanceToggle() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const label = `${t('account.theme')}: ${dark ? t('theme.light') : t('theme.dark')}`
  return (
    <ActionIcon
      variant="subtle"
      aria-label={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? (
        <Sun size={18} strokeWidth={1.75} aria-hidden />
      ) : (
        <Moon size={18} strokeWidth={1.75} aria-hidden />
      )}
    </ActionIcon>
  )
}

/** The frame of everything before the sign-in: mark, language, appearance. */
export function PublicFrame({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <Link to="/" className={classes.brand}>
          <Logo size={28} />
          ProcessFlow
        </Link>
        <div className={classes.tools}>
          <LanguageMenu />
          <AppearanceToggle />
          {tools}
        </div>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  )
}

type PublicFormProps = { title: string; lead?: ReactNode; children: ReactNode }

/** One form before the sign-in, beside a picture of what waits behind it. */
export function PublicForm({ title, lead, children }: PublicFormProps) {
  useDocumentTitle(title)
  return (
    <PublicFrame>
      <div className={classes.split}>
        <div className={classes.form}>
          <div>
            <h1 className={classes.title}>{title}</h1>
            {lead ? <p className={classes.lead}>{lead}</p> : null}
          </div>
          {children}
        </div>
        <div className={classes.picture}>
          <ProcessArt />
        </div>
      </div>
    </PublicFrame>
  )
}
