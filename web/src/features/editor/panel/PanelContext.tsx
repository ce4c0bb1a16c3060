import { createContext, use } from 'react'
import type { NodeDefinition, Role } from '@/shared/api/types'
import { type NodeData, readData, textAt } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import type { Editing } from '../canvas/editing'

/** What the fields of the panel work on: one object of the drawing, or several alike, and the world around it. */
export type PanelSubject = {
  editing: Editing
  element: Drawn
  object: Moddle
  /** Set together with the first; what they have in common is the data. */
  others: readonly Drawn[]
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

/** Changes the settings of the panel's object, and of those that are set together with it. */
export function useSetData(): (change: (data: NodeData) => NodeData) => void {
  const { editing, element, object, others } = useSubject()
  return change => {
    if (others.length === 0) return editing.setData(element, object, change)
    editing.together(() => {
      editing.setData(element, object, change)
      for (const other of others) editing.setData(other, other.businessObject, change)
    })
  }
}

/** Whether those that are set together differ in a setting. */
export function useDiffers(path: string): boolean {
  const { object, others } = useSubject()
  const text = textAt(readData(object), path)
  return others.some(other => textAt(readData(other.businessObject), path) !== text)
}
