import type { JsonValue } from '@/shared/api/types'
import type { NodeData } from '@/shared/diagram/data'
import { isConditionWord } from './condition-text'
import { isReserved, isWellFormed } from './placeholders'
import type { Path } from './variable-spots'
import { placesOf, type Uses, type Variable } from './variable-uses'

/** Why a variable can not get a name. */
export type NameProblem = 'wrong' | 'reserved' | 'word' | 'label' | 'taken'

/** What a rename does; `joins` is the variable it becomes one with. */
export type Rename = { places: number; elements: number; joins: Variable | undefined }

/** Undefined for a name that the variable can get, as far as it is another one at all. */
export function nameProblem(uses: Uses, variable: Variable, name: string): NameProblem | undefined {
  if (!isWellFormed(name)) return 'wrong'
  if (isReserved(name)) return 'reserved'
  if (isConditionWord(name)) return 'word'
  if (uses.labels.has(name)) return 'label'
  const other = joined(uses, variable, name)
  if (!other) return undefined
  // Two values would become one; a variable that nothing sets has none.
  const isSet = (each: Variable) => each.sets.length > 0 || each.askedAt !== undefined
  return isSet(variable) && isSet(other) ? 'taken' : undefined
}

export function renameOf(uses: Uses, variable: Variable, name: string): Rename {
  const places = placesOf(variable)
  return {
    places: places.length,
    elements: new Set(places.map(place => place.element)).size,
    joins: joined(uses, variable, name),
  }
}

function joined(uses: Uses, variable: Variable, name: string): Variable | undefined {
  return name === variable.name ? undefined : uses.variables.find(each => each.name === name)
}

/** Settings with another text at a path that is there. */
export function withTextAt(data: NodeData, path: Path, text: string): NodeData {
  return replaced({ ...data }, path, text) as NodeData
}

function replaced(value: JsonValue, [first, ...more]: Path, text: string): JsonValue {
  if (first === undefined) return text
  if (Array.isArray(value)) {
    return value.map((each, at) => (at === first ? replaced(each, more, text) : each))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === first ? replaced(each, more, text) : each,
    ]),
  )
}
