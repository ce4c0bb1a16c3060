import { Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/shared/session/session'
import { CrumbProvider } from '@/shared/ui/crumbs'
import { PageSkeleton } from '@/shared/ui/States'
import { CommandPalette } from './CommandPalette'
import { ShortcutSheet } from './ShortcutSheet'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'
import { useGlobalKeys } from './use-global-keys'
import classes from './Workspace.module.css'

/** The frame around everything behind the sign-in: sidebar, top bar, palette, keys. */
export function Workspace() {
  const user = useSession()
  const location = useLocation()
  if (user === null) return <Navigate to="/sign-in" search={{ next: location.href }} replace />
  return (
    <CrumbProvider>
      <WorkspaceFrame path={location.pathname} />
    </CrumbProvider>
  )
}

function WorkspaceFrame({ path }: { path: string }) {
  const { t } = useTranslation()
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'processflow.sidebar-collapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [drawer, drawerControl] = useDisclosure(false)
  const [palette, paletteControl] = useDisclosure(false)
  const [sheet, sheetControl] = useDisclosure(false)
  useGlobalKeys({ openPalette: paletteControl.toggle, openSheet: sheetControl.open })
  const content = useRef<HTMLElement>(null)
  const shownPath = useRef(path)
  const closeDrawer = drawerControl.close
  useEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    closeDrawer()
    // A new page: whoever works by keyboard or hears the page goes on from its beginning.
    if (!content.current?.contains(document.activeElement)) content.current?.focus()
  }, [path, closeDrawer])

  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        {t('nav.skip')}
      </a>
      <aside className={classes.side}>
        <Sidebar collapsed={collapsed} onShowShortcuts={sheetControl.open} />
      </aside>
      <div className={classes.main}>
        <TopBar
          collapsed={collapsed}
          onToggleSidebar={() => setCollapsed(value => !value)}
          onOpenDrawer={drawerControl.open}
          onOpenPalette={paletteControl.open}
        />
        <main ref={content} className={classes.content} id="content" tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Drawer
        opened={drawer}
        onClose={drawerControl.close}
        size={280}
        padding={0}
        withCloseButton={false}
        aria-label={t('nav.main')}
      >
        <Sidebar collapsed={false} onShowShortcuts={sheetControl.open} />
      </Drawer>
      <CommandPalette opened={palette} onClose={paletteControl.close} />
      <ShortcutSheet opened={sheet} onClose={sheetControl.close} />
    </div>
  )
}
