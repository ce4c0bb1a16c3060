/** The shapes of the HTTP API, in one place. Ids of domain rows are numbers, times ISO 8601 strings in UTC. */

export type Language = 'de' | 'en' | 'sr'

export type Items<T> = { items: T[]; nextCursor?: string | null }

export type User = {
  id: string
  email: string
  username: string
  name: string
  language: Language | null
  /** null follows the system. */
  isDarkModeEnabled: boolean | null
  emailVerified: boolean
}

export type Session = {
  id: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  current: boolean
}

export type ColorScheme = { from: string; to: string }

export type TeamPage = 'Editor' | 'Tasks' | 'Monitoring' | 'Team' | 'Stats' | 'Shop'

export type RoleRef = { id: number; name: string; color: string }

export type Team = {
  id: number
  name: string
  colorScheme: ColorScheme
  createdBy: string | null
  owner: boolean
  pages: TeamPage[]
  roles: RoleRef[]
  openTasks: number
  /** The n-th visit of a step in one instance pays an n-th of its points. */
  loopDamping: boolean
  /** Who started an instance is paid only once somebody else has completed a step of it. */
  selfStart: boolean
  createdAt: string
  /** Set while the team can still be restored. */
  archivedAt?: string | null
}

export type Member = {
  userId: string
  username: string
  name: string | null
  email?: string | null
  owner: boolean
  joinedAt: string
  roles: RoleRef[]
}

export type Role = RoleRef & { allowedPages: TeamPage[]; owner: boolean; memberCount: number }

export type Invitation = {
  id: number
  email: string
  roleId: number | null
  roleName: string | null
  invitedBy: string | null
  createdAt: string
  expiresAt: string
}

/** The link holds the invitation's token and is shown this once. */
export type NewInvitation = Invitation & { link: string }

export type MyInvitation = {
  id: number
  teamId: number
  teamName: string
  colorScheme: ColorScheme
  invitedBy: string | null
  expiresAt: string
}

export type FindingSeverity = 'info' | 'stand-in' | 'warning' | 'error'

export type Finding = {
  severity: FindingSeverity
  code: string
  elementId: string | null
  message: string
  arguments: Record<string, string>
  run: string[]
}

export type ProcessModel = {
  id: number
  teamId: number
  name: string
  description: string | null
  draftRevision: number
  publishedVersion: number | null
  latestVersion: number | null
  startableBy: number[]
  createdBy: string | null
  updatedBy: string | null
  updatedAt: string
  archivedAt: string | null
  hasDraftChanges: boolean
  runningInstances: number
}

export type ImportResult = {
  processModels: { id: number; name: string; findings: Finding[] }[]
  proposedRoles: string[]
}

export type DraftSaved = { draftRevision: number; findings: Finding[] }

export type Verdict = 'sound' | 'unsound' | 'undecided'

export type Verification = { verdict: Verdict; findings: Finding[] }

export type ModelVersion = {
  version: number
  /** What people call it; null: only its number. */
  name: string | null
  note: string | null
  publishedBy: string | null
  publishedAt: string
  runningInstances: number
}

export type InstanceStatus = 'Running' | 'Completed' | 'Error' | 'On Hold' | 'Cancelled'

export type ElementStatus =
  | 'Created'
  | 'Todo'
  | 'In Progress'
  | 'Completed'
  | 'Error'
  | 'On Hold'
  | 'Cancelled'

export type ProcessInstance = {
  id: number
  processModelId: number
  processModelName: string
  /** What people call it; null: its version has no template for that. */
  title: string | null
  version: number
  status: InstanceStatus
  statusMessage: string | null
  startedBy: string | null
  createdAt: string
  completedAt: string | null
}

export type InstanceElement = {
  id: number
  number: number
  bpmnId: string
  madeBy: string | null
  name: string | null
  type: string
  status: ElementStatus
  createdAt: string
  completedAt: string | null
  completedBy: string | null
  /** The role's name. */
  role: string | null
  statusMessage: string | null
}

export type RewardKind = 'Experience' | 'Coins' | 'Badge'

/** What was earned in an instance; with a reason it was not given, or not yet. */
export type GrantedReward = {
  person: string | null
  kind: RewardKind | null
  amount: number | null
  badge: string | null
  reason: string | null
  at: string
}

export type HistoryEntry = {
  number: number
  at: string
  actor: string | null
  command: string
  reason: string | null
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue }

/** A value that a variable was given; `element` is the step that wrote it. */
export type VariableChange = {
  value: JsonValue
  at: string
  actor: string
  element: { number: number; bpmnId: string; name: string } | null
  reason: string | null
}

export type InstanceDetail = ProcessInstance & {
  teamId: number
  variables: Record<string, JsonValue>
  elements: InstanceElement[]
  path: string[]
  rewards: GrantedReward[]
  history: HistoryEntry[]
}

export type TaskReward = {
  kind: RewardKind
  method: string
  amount: number | null
  badge: string | null
}

export type TaskFormKind = 'text' | 'single' | 'multiple' | 'info' | 'external'

export type TaskForm = {
  kind: TaskFormKind
  variable: string | null
  choices: string[]
  pattern: string | null
  infoText: string | null
  url: string | null
}

export type Task = {
  id: number
  name: string
  description: string | null
  processInstanceId: number
  processInstanceTitle: string | null
  processModelId: number
  processModelName: string
  teamId: number
  bpmnId: string
  status: ElementStatus
  role: RoleRef | null
  createdAt: string
  dueAt: string | null
  claimedBy: { id: string; username: string } | null
  reward: TaskReward | null
  form: TaskForm
}

export type EarnedReward = {
  kind: RewardKind
  amount: number | null
  badge: string | null
  method: string | null
  /** Why it waits to be given; null for what was given. */
  reason: string | null
}

export type TaskCompletion = {
  rewards: EarnedReward[]
  tasks: Task[]
  instanceStatus: InstanceStatus
}

export type StartedInstance = { processInstanceId: number; tasks: Task[] }

export type MyStatistics = {
  experience: number
  coins: number
  badges: string[]
  level: number
  experiencePerLevel: number
  experienceInLevel: number
}

/** One field of a node definition's options form; its parts depend on the kind, so they are read with care. */
export type NodeOption = { [name: string]: JsonValue }

export type NodeDefinition = {
  id: number
  definition: {
    name: string
    shortDescription: string | null
    icon: string | null
    executionMode: string
    executionUrl: string | null
    markdownDocumentation: string | null
    optionsDefinition: { title: string; structure: NodeOption[] } | null
  }
  builtIn: boolean
  version: number
  teamId: number | null
  visibility: 'Team' | 'Public' | null
}
