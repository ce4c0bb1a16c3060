import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/shared/session/session'
import { CrumbProvider } from '@/shared/ui/crumbs'
import { OnDemand } from '@/shared/ui/OnDemand'
import { PageSkeleton } from '@/shared/ui/States'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'
import { useGlobalKeys } from './use-global-keys'
import classes from './Workspace.module.css'

// What floats above the page is fetched when it is first asked for.
const CommandPalette = lazy(() =>
  import('./CommandPalette').then(module => ({ default: module.CommandPalette })),
)
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet').then(module => ({ default: module.ShortcutSheet })),
)
const SidebarDrawer = lazy(() =>
  import('./SidebarDrawer').then(module => ({ default: module.SidebarDrawer })),
)

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
      <OnDemand opened={drawer}>
        {opened => (
          <SidebarDrawer
            opened={opened}
            onClose={drawerControl.close}
            onShowShortcuts={sheetControl.open}
          />
        )}
      </OnDemand>
      <OnDemand opened={palette}>
        {opened => <CommandPalette opened={opened} onClose={paletteControl.close} />}
      </OnDemand>
      <OnDemand opened={sheet}>
        {opened => <ShortcutSheet opened={opened} onClose={sheetControl.close} />}
      </OnDemand>
    </div>
  )
}
