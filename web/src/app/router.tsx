import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { versionsSearch } from '@/features/editor/search'
import { instancesSearch } from '@/features/instances/search'
import { modelsSearch } from '@/features/models/search'
import { tasksSearch } from '@/features/tasks/search'
import { ApiProblem } from '@/shared/api/problem'
import { safeNext } from '@/shared/session/next'
import { sessionQuery } from '@/shared/session/session'
import { teamQuery } from '@/shared/team/team'
import { PageSkeleton } from '@/shared/ui/States'
import { firstArea } from './layout/areas'
import { CrashPage } from './pages/CrashPage'

const NotFoundPage = lazyRouteComponent(() => import('./pages/NotFoundPage'), 'NotFoundPage')

type RouterContext = { queryClient: QueryClient }

function rowId(value: string): number {
  const id = Number(value)
  if (!Number.isSafeInteger(id) || id <= 0) throw notFound()
  return id
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** `next` is where a signed-out visitor wanted to go; anything but a path of ours is dropped later. */
function nextSearch(raw: Record<string, unknown>): { next?: string } {
  const next = text(raw.next)
  return next === undefined ? {} : { next }
}

function tokenSearch(raw: Record<string, unknown>): { token?: string } {
  const token = text(raw.token)
  return token === undefined ? {} : { token }
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
})

/** For signed-out visitors; whoever is signed in goes on to where they wanted. */
async function onlySignedOut(queryClient: QueryClient, next: string | undefined): Promise<void> {
  const user = await queryClient.ensureQueryData(sessionQuery)
  if (user) throw redirect({ href: safeNext(next) })
}

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => onlySignedOut(context.queryClient, undefined),
  component: lazyRouteComponent(() => import('@/features/landing'), 'LandingPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: nextSearch,
  beforeLoad: ({ context, search }) => onlySignedOut(context.queryClient, search.next),
  component: function SignInRoute() {
    return <SignInPage next={signIn.useSearch().next} />
  },
})
const SignInPage = lazyRouteComponent(() => import('@/features/account/public'), 'SignInPage')

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: nextSearch,
  beforeLoad: ({ context, search }) => onlySignedOut(context.queryClient, search.next),
  component: function SignUpRoute() {
    return <SignUpPage next={signUp.useSearch().next} />
  },
})
const SignUpPage = lazyRouteComponent(() => import('@/features/account/public'), 'SignUpPage')

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('@/features/account/public'), 'ForgotPasswordPage'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: tokenSearch,
  component: function ResetPasswordRoute() {
    return <ResetPasswordPage token={resetPassword.useSearch().token} />
  },
})
const ResetPasswordPage = lazyRouteComponent(
  () => import('@/features/account/public'),
  'ResetPasswordPage',
)

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  validateSearch: tokenSearch,
  component: function VerifyEmailRoute() {
    return <VerifyEmailPage token={verifyEmail.useSearch().token} />
  },
})
const VerifyEmailPage = lazyRouteComponent(
  () => import('@/features/account/public'),
  'VerifyEmailPage',
)

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$invitationId',
  params: {
    parse: raw => ({ invitationId: rowId(raw.invitationId) }),
    stringify: params => ({ invitationId: String(params.invitationId) }),
  },
  validateSearch: tokenSearch,
  component: function InvitationRoute() {
    const { invitationId } = invitation.useParams()
    return <InvitationPage invitationId={invitationId} token={invitation.useSearch().token} />
  },
})
const InvitationPage = lazyRouteComponent(() => import('@/features/team'), 'InvitationPage')

const workspace = createRoute({
  getParentRoute: () => root,
  id: 'workspace',
  beforeLoad: async ({ context, location }) => {
    const user = await context.queryClient.ensureQueryData(sessionQuery)
    if (!user) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  component: lazyRouteComponent(() => import('./layout/Workspace'), 'Workspace'),
})

const dashboard = createRoute({
  getParentRoute: () => workspace,
  path: '/dashboard',
  validateSearch: (raw: Record<string, unknown>): { new?: boolean } =>
    raw.new === true ? { new: true } : {},
  component: function DashboardRoute() {
    return <DashboardPage creating={dashboard.useSearch().new ?? false} />
  },
})
const DashboardPage = lazyRouteComponent(() => import('./pages/DashboardPage'), 'DashboardPage')

const settings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/account'), 'SettingsPage'),
})

const team = createRoute({
  getParentRoute: () => workspace,
  path: '/teams/$teamId',
  params: {
    parse: raw => ({ teamId: rowId(raw.teamId) }),
    stringify: params => ({ teamId: String(params.teamId) }),
  },
  component: function TeamRoute() {
    return <TeamLayout teamId={team.useParams().teamId} />
  },
})

const TeamLayout = lazyRouteComponent(() => import('./layout/TeamLayout'), 'TeamLayout')

const teamIndex = createRoute({
  getParentRoute: () => team,
  path: '/',
  beforeLoad: async ({ context, params }) => {
    const found = await context.queryClient
      .ensureQueryData(teamQuery(params.teamId))
      .catch(asAbsent)
    const area = found ? firstArea(found) : undefined
    if (area) throw redirect({ to: area.to, params })
  },
  component: lazyRouteComponent(() => import('./pages/NoPagesPage'), 'NoPagesPage'),
})

/** The team's layout tells what is wrong with the team; this route only looks for its first page. */
function asAbsent(error: unknown): undefined {
  if (error instanceof ApiProblem) return undefined
  throw error
}

const processes = createRoute({
  getParentRoute: () => team,
  path: '/processes',
  validateSearch: modelsSearch,
  component: function ProcessesRoute() {
    return <ModelsPage search={processes.useSearch()} />
  },
})
const ModelsPage = lazyRouteComponent(() => import('@/features/models'), 'ModelsPage')

const process = createRoute({
  getParentRoute: () => team,
  path: '/processes/$modelId',
  params: {
    parse: raw => ({ modelId: rowId(raw.modelId) }),
    stringify: params => ({ modelId: String(params.modelId) }),
  },
  component: function ProcessRoute() {
    const { modelId } = process.useParams()
    return <EditorPage key={modelId} modelId={modelId} />
  },
})
const EditorPage = lazyRouteComponent(() => import('@/features/editor'), 'EditorPage')

const versions = createRoute({
  getParentRoute: () => team,
  path: '/processes/$modelId/versions',
  params: {
    parse: raw => ({ modelId: rowId(raw.modelId) }),
    stringify: params => ({ modelId: String(params.modelId) }),
  },
  validateSearch: versionsSearch,
  component: function VersionsRoute() {
    const { modelId } = versions.useParams()
    return <VersionsPage key={modelId} modelId={modelId} search={versions.useSearch()} />
  },
})
const VersionsPage = lazyRouteComponent(() => import('@/features/editor'), 'VersionsPage')

const tasks = createRoute({
  getParentRoute: () => team,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: function TasksRoute() {
    return <TasksPage search={tasks.useSearch()} />
  },
})
const TasksPage = lazyRouteComponent(() => import('@/features/tasks'), 'TasksPage')

const instances = createRoute({
  getParentRoute: () => team,
  path: '/instances',
  validateSearch: instancesSearch,
  component: function InstancesRoute() {
    return <InstancesPage search={instances.useSearch()} />
  },
})
const InstancesPage = lazyRouteComponent(() => import('@/features/instances'), 'InstancesPage')

const instance = createRoute({
  getParentRoute: () => team,
  path: '/instances/$instanceId',
  params: {
    parse: raw => ({ instanceId: rowId(raw.instanceId) }),
    stringify: params => ({ instanceId: String(params.instanceId) }),
  },
  component: function InstanceRoute() {
    const { instanceId } = instance.useParams()
    return <InstancePage key={instanceId} instanceId={instanceId} />
  },
})
const InstancePage = lazyRouteComponent(() => import('@/features/instances'), 'InstancePage')

const people = createRoute({
  getParentRoute: () => team,
  path: '/team',
  validateSearch: (raw: Record<string, unknown>): { tab?: 'invitations' | 'roles' } =>
    raw.tab === 'invitations' || raw.tab === 'roles' ? { tab: raw.tab } : {},
  component: function PeopleRoute() {
    return <TeamPeoplePage tab={people.useSearch().tab ?? 'members'} />
  },
})
const TeamPeoplePage = lazyRouteComponent(() => import('@/features/team'), 'TeamPeoplePage')

const teamSettings = createRoute({
  getParentRoute: () => team,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/team'), 'TeamSettingsPage'),
})

const routeTree = root.addChildren([
  landing,
  signIn,
  signUp,
  forgotPassword,
  resetPassword,
  verifyEmail,
  invitation,
  workspace.addChildren([
    dashboard,
    settings,
    team.addChildren([
      teamIndex,
      processes,
      process,
      versions,
      tasks,
      instances,
      instance,
      people,
      teamSettings,
    ]),
  ]),
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
