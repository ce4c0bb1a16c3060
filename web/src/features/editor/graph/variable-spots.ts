import type { JsonValue, NodeDefinition } from '@/shared/api/types'
import { type NodeData, readData, textAt } from '@/shared/diagram/data'
import { type Drawn, isOfType, type Moddle } from '@/shared/diagram/model'
import { type ReadCondition, readCondition } from './condition-text'
import { alternativesOf, everyOption, isAutomatic, optionList, optionText } from './definitions'
import { placeholdersIn, type Span } from './placeholders'
import { nodesBefore, outputsOf } from './variables'

export type Path = readonly (string | number)[]

/** Where a text of an element stands: in its settings, as its name, or as its condition (of a flow, or of a repetition). */
export type Where =
  | { in: 'data'; path: Path }
  | { in: 'name' }
  | { in: 'condition'; expression: Moddle; repeats: boolean }

/** A text of the drawing that names variables. */
export type Spot = {
  element: Drawn
  where: Where
  text: string
  spans: readonly Span[]
  /** Whether what happens at the element sets the variable, instead of reading it. */
  sets: boolean
}

/** All texts that name variables, and the lone words at flows that are labels, not conditions. */
export type Spots = { spots: Spot[]; labels: ReadonlySet<string> }

/** Looks through a drawing by the server's rules of what names a variable. */
export function spotsIn(elements: readonly Drawn[], definitions: readonly NodeDefinition[]): Spots {
  const search = new Search(elements, definitions)
  return { spots: elements.flatMap(element => search.spotsOf(element)), labels: search.labels }
}

class Search {
  readonly labels = new Set<string>()
  private readonly set: ReadonlySet<string>
  private readonly byServer: ReadonlySet<Drawn>

  constructor(
    elements: readonly Drawn[],
    private readonly definitions: readonly NodeDefinition[],
  ) {
    this.set = new Set(elements.filter(isOwn).flatMap(outputsOf))
    this.byServer = new Set(elements.filter(each => isDoneByServer(each, definitions)))
  }

  spotsOf(element: Drawn): Spot[] {
    if (!isOwn(element)) return []
    const object = element.businessObject
    if (isOfType(object, 'bpmn:SequenceFlow')) {
      const condition = object.get('conditionExpression') as Moddle | undefined
      return [...named(element), ...this.condition(element, element.source, condition, false)]
    }
    if (isOfType(object, 'bpmn:Group')) return this.settings(element)
    if (!isOfType(object, 'bpmn:FlowNode')) return []
    return [...named(element), ...this.settings(element), ...this.repetition(element)]
  }

  private settings(element: Drawn): Spot[] {
    const data = readData(element.businessObject)
    const chosen = this.chosenNames(data)
    return textsOf(data).flatMap(({ path, text }) => {
      const sets = isOutput(path)
      const whole = sets || chosen.has(path.join('.'))
      const spans = whole ? [{ name: text, from: 0, to: text.length }] : placeholdersIn(text)
      return spot({ element, where: { in: 'data', path }, text, spans, sets })
    })
  }

  /** The options, by their dotted paths, in which a variable is chosen by its bare name. */
  private chosenNames(data: NodeData): ReadonlySet<string> {
    const definition = definitionOf(data, this.definitions)
    const options = everyOption(optionList(definition?.definition.optionsDefinition?.structure))
    return new Set(
      options
        .filter(option => {
          const values = alternativesOf(option).flatMap(each => each.values)
          const chosen = textAt(data, optionText(option, 'keyString'))
          return (
            values.includes('{availableVariables}') &&
            !values.includes(chosen) &&
            this.set.has(chosen)
          )
        })
        .map(option => optionText(option, 'keyString')),
    )
  }

  private repetition(element: Drawn): Spot[] {
    const loop = element.businessObject.get('loopCharacteristics') as Moddle | undefined
    if (loop?.$type !== 'bpmn:StandardLoopCharacteristics') return []
    return this.condition(element, element, loop.get('loopCondition') as Moddle | undefined, true)
  }

  private condition(
    element: Drawn,
    asked: Drawn | undefined,
    expression: Moddle | undefined,
    repeats: boolean,
  ): Spot[] {
    const text = expression?.get('body')
    const read = typeof text === 'string' ? readCondition(text) : undefined
    if (!expression || typeof text !== 'string' || !read) return []
    if (this.isLabel(read, asked)) {
      for (const word of read.bare) this.labels.add(word)
      return []
    }
    const where: Where = { in: 'condition', expression, repeats }
    return spot({ element, where, text, spans: read.variables, sets: false })
  }

  /** A lone word is a label ("yes") unless something sets a variable of that name, or a server did a step before. */
  private isLabel({ bare, marked }: ReadCondition, asked: Drawn | undefined): boolean {
    if (marked || [...bare].every(name => this.set.has(name))) return false
    return !asked || ![asked, ...nodesBefore(asked)].some(node => this.byServer.has(node))
  }
}

function definitionOf(
  data: NodeData,
  definitions: readonly NodeDefinition[],
): NodeDefinition | undefined {
  const id = textAt(data, 'nodeDefinitionId')
  return id === '' ? undefined : definitions.find(each => String(each.id) === id)
}

/** Whether a server does the step, which may set whatever it likes. */
export function isDoneByServer(node: Drawn, definitions: readonly NodeDefinition[]): boolean {
  const data = readData(node.businessObject)
  const definition = definitionOf(data, definitions)
  return (
    textAt(data, 'executionUrl') !== '' || (definition !== undefined && isAutomatic(definition))
  )
}

/** A label that is drawn apart tells nothing that its element does not. */
function isOwn(element: Drawn): boolean {
  return !element.labelTarget
}

function named(element: Drawn): Spot[] {
  const text = element.businessObject.name ?? ''
  return spot({ element, where: { in: 'name' }, text, spans: placeholdersIn(text), sets: false })
}

function spot(found: Spot): Spot[] {
  return found.spans.length > 0 ? [found] : []
}

/** Every text below `outputs`, nested or flat, is the name of a variable that is set. */
function isOutput([first, ...more]: Path): boolean {
  const isFlat = more.length === 0 && typeof first === 'string' && first.startsWith('outputs.')
  return isFlat || (first === 'outputs' && more.length === 1)
}

/** The texts of the settings; below `outputs` only names are read. */
function textsOf(data: NodeData): { path: Path; text: string }[] {
  return textsBelow({ ...data }, []).filter(
    ({ path, text }) => text.trim() !== '' && (isOutput(path) || path[0] !== 'outputs'),
  )
}

function textsBelow(value: JsonValue, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((each, at) => textsBelow(each, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => textsBelow(each, [...path, name]))
}
