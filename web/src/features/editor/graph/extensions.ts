import { extensionValues, isDataElement, type NodeData } from '@/shared/diagram/data'
import type { Moddle } from '@/shared/diagram/model'

type Create = (type: string, attributes: Record<string, unknown>) => Moddle

/**
 * The extension elements of an object with other settings: ours is replaced in its place, everything of other tools
 * stays as and where it is. Settings without a member leave no element behind.
 */
export function extensionsWith(create: Create, object: Moddle, data: NodeData): Moddle[] {
  const values = extensionValues(object)
  if (Object.keys(data).length === 0) return values.filter(value => !isDataElement(value))
  const element = create('processflow:Data', { json: JSON.stringify(data) })
  const at = values.findIndex(isDataElement)
  if (at < 0) return [...values, element]
  return values.map((value, index) => (index === at ? element : value))
}
