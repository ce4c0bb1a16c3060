import { api } from '@/shared/api/client'

export type Colleague = { userId: string; username: string }

/** Who else has a drawing open, and what the server has of it. */
export type Surroundings = {
  people: Colleague[]
  draftRevision: number
  /** Null: nobody has saved it since it was made. */
  draftSavedBy: Colleague | null
}

const path = (modelId: number) => `/api/process-models/${modelId}/presence`

/** Says that the drawing is open here; to be repeated, or the server forgets it within a minute. */
export function tellHere(modelId: number): Promise<Surroundings> {
  return api.put<Surroundings>(path(modelId))
}

/** Says that it is closed, also while the page goes away. */
export function tellGone(modelId: number): Promise<void> {
  return api.sendDelete(path(modelId), { keepalive: true })
}
