import type { JsonValue, NodeDefinition, NodeOption } from '@/shared/api/types'
import { memberAt, type NodeData, textAt, withMember } from '@/shared/diagram/data'
import type { Drawn } from '@/shared/diagram/model'
import { isDrawnAutomatic } from './kinds'

/** The choices that stand for no definition. */
export const PERSON = 'person'
export const UNBOUND = 'unbound'

export function isAutomatic(definition: NodeDefinition): boolean {
  return definition.definition.executionMode === 'Automatic'
}

/** The product's own form for people; a step without a definition is one, too. */
export function isStandard(definition: NodeDefinition): boolean {
  return definition.builtIn && !isAutomatic(definition)
}

/** What a step is made from now: a definition's id, a person, or nothing yet. */
export function chosenKind(
  element: Drawn,
  data: NodeData,
  definitions: readonly NodeDefinition[],
): string {
  const id = textAt(data, 'nodeDefinitionId')
  const definition = definitions.find(each => String(each.id) === id)
  if (definition) return isStandard(definition) ? PERSON : id
  if (id !== '') return id
  return isDrawnAutomatic(element) ? UNBOUND : PERSON
}

export function childOptions(option: NodeOption): NodeOption[] {
  return optionList(option.structure)
}

export function optionList(value: JsonValue | undefined): NodeOption[] {
  return Array.isArray(value) ? value.filter(isOption) : []
}

function isOption(value: JsonValue): value is NodeOption {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type Alternative = { values: JsonValue[]; dependents: NodeOption[] }

export function alternativesOf(option: NodeOption): Alternative[] {
  return optionList(option.options).map(alternative => ({
    values: Array.isArray(alternative.values) ? alternative.values : [],
    dependents: optionList(alternative.dependentStructure),
  }))
}

/** The options that hang on the value chosen now. */
export function dependentsOf(option: NodeOption, value: JsonValue | undefined): NodeOption[] {
  const chosen = value === undefined ? '' : String(value)
  return (
    alternativesOf(option).find(alternative => alternative.values.map(String).includes(chosen))
      ?.dependents ?? []
  )
}

/** All options of a definition, whatever is chosen now. */
export function everyOption(options: readonly NodeOption[]): NodeOption[] {
  return options.flatMap(option => [
    option,
    ...everyOption(childOptions(option)),
    ...alternativesOf(option).flatMap(({ dependents }) => everyOption(dependents)),
  ])
}

export function optionText(option: NodeOption, name: string): string {
  const value = option[name]
  return typeof value === 'string' ? value : ''
}

/** The settings with each option's default where nothing stands yet. */
export function withDefaults(data: NodeData, options: readonly NodeOption[]): NodeData {
  let filled = data
  for (const option of options) {
    const key = optionText(option, 'keyString')
    const standard = option.defaultValue
    if (key !== '' && standard !== undefined && memberAt(filled, key) === undefined) {
      filled = withMember(filled, key, standard)
    }
    filled = withDefaults(filled, childOptions(option))
    if (key !== '') filled = withDefaults(filled, dependentsOf(option, memberAt(filled, key)))
  }
  return filled
}
