import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { type ReactNode, Suspense } from 'react'
import { initReactI18next } from 'react-i18next'
import { beforeAll } from 'vitest'
import type { Team, User } from '@/shared/api/types'
import { TeamProvider } from '@/shared/team/team'
import { theme } from '@/shared/theme/theme'
import { Toaster } from '@/shared/ui/Toaster'

const messages = import.meta.glob<{ default: Record<string, unknown> }>(
  '../shared/i18n/locales/en/*.json',
  { eager: true },
)

async function startEnglish(): Promise<void> {
  const namespaces = Object.entries(messages).map(([path, module]) => {
    return [path.replace(/^.*\/|\.json$/g, ''), module.default] as const
  })
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    resources: { en: Object.fromEntries(namespaces) },
  })
}

beforeAll(startEnglish)

export const ana: User = {
  id: 'a0000000-0000-4000-8000-000000000001',
  email: 'ana@example.org',
  username: 'ana',
  name: '',
  language: null,
  isDarkModeEnabled: null,
  emailVerified: true,
}

export const demoShop: Team = {
  id: 7,
  name: 'Demo Shop',
  colorScheme: { from: '#4F5BD5', to: '#7C5CE0' },
  createdBy: 'ana',
  owner: true,
  pages: ['Editor', 'Tasks', 'Monitoring', 'Team', 'Stats', 'Shop'],
  roles: [{ id: 1, name: 'owner', color: '#4F5BD5' }],
  openTasks: 0,
  loopDamping: false,
  selfStart: true,
  createdAt: '2026-11-22T10:00:00Z',
}

type RenderOptions = { path?: string; team?: Team }

/** Shows a page or a part of it as a person meets it: in English, with routes, without a server. */
export async function show(content: ReactNode, { path = '/', team }: RenderOptions = {}) {
  const root = createRootRoute()
  const everywhere = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: () => (team ? <TeamProvider team={team}>{content}</TeamProvider> : content),
  })
  const router = createRouter({
    routeTree: root.addChildren([everywhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <Suspense>
          <RouterProvider router={router as never} />
        </Suspense>
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await router.load()
  return { ...view, router, user: userEvent.setup({ delay: null }) }
}
