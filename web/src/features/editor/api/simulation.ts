import { api } from '@/shared/api/client'
import type { ElementStatus, JsonValue, RewardKind, TaskForm, TaskReward } from '@/shared/api/types'

export type Values = Record<string, JsonValue>

/** What the person who plays says to one open step. */
export type PlayAnswer = {
  number: number
  action: 'complete' | 'fail' | 'retry'
  data?: Values
  errorMessage?: string
  secondsLater?: number
}

export type Play = { inputs: Values; answers: PlayAnswer[] }

export type HappeningKind =
  | 'passed'
  | 'opened'
  | 'waiting'
  | 'joined'
  | 'completed'
  | 'failed'
  | 'retried'
  | 'challengeBegun'
  | 'challengeEnded'
  | 'rewarded'
  | 'withheld'
  | 'ended'

export type Happening = {
  kind: HappeningKind
  number: number
  bpmnId: string | null
  name: string | null
  /** The drawn flows the token passed to come here. */
  path: string[]
  message: string | null
  gain: { kind: RewardKind; amount: number | null; badge: string | null } | null
}

export type Turn = { seconds: number; written: Values; happenings: Happening[] }

export type OpenStep = {
  number: number
  bpmnId: string
  name: string
  description: string | null
  status: Extract<ElementStatus, 'Todo' | 'In Progress' | 'Created' | 'Error'>
  role: { id: number; name: string } | null
  form: TaskForm | null
  outputs: string[]
  reward: TaskReward | null
  incident: string | null
  canRetry: boolean
}

export type Simulation = {
  draftRevision: number
  status: 'Running' | 'Error' | 'Completed'
  variables: Values
  turns: Turn[]
  open: OpenStep[]
}

/** Runs the saved draft from its start through all answers; nothing is stored. */
export function simulateDraft(modelId: number, play: Play): Promise<Simulation> {
  return api.post(`/api/process-models/${modelId}/simulate`, { json: play })
}
