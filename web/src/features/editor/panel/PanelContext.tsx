import { createContext, use } from 'react'
import type { NodeDefinition, Role } from '@/shared/api/types'
import type { NodeData } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import type { Editing } from '../canvas/editing'

/** What the fields of the panel work on: one object of the drawing and the world around it. */
export type PanelSubject = {
  editing: Editing
  element: Drawn
  object: Moddle
  data: NodeData
  roles: readonly Role[]
  definitions: readonly NodeDefinition[]
}

const Subject = createContext<PanelSubject | null>(null)

export const PanelProvider = Subject.Provider

export function useSubject(): PanelSubject {
  const subject = use(Subject)
  if (!subject) throw new Error('useSubject is called outside of the panel')
  return subject
}

/** Changes the settings of the panel's object. */
export function useSetData(): (change: (data: NodeData) => NodeData) => void {
  const { editing, element, object } = useSubject()
  return change => editing.setData(element, object, change)
}
