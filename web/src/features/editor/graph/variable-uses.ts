import type { NodeDefinition } from '@/shared/api/types'
import { type Drawn, isOfType } from '@/shared/diagram/model'
import { isDoneByServer, type Spot, spotsIn } from './variable-spots'
import { nodesBefore } from './variables'

/** What is worth knowing of a variable that is not both set and read. */
export type Lack =
  /** It is read, but nothing sets it. */
  | 'unset'
  /** It is read and nothing says that it sets it, but a server that does a step before may. */
  | 'perhaps'
  | 'unread'

/** A variable of the drawing with all the places that name it. */
export type Variable = {
  name: string
  sets: readonly Spot[]
  reads: readonly Spot[]
  /** The element whose question a person answers; such a variable gets its name from the element. */
  askedAt: Drawn | undefined
  lack: Lack | undefined
}

/** What is known of the variables of a drawing; in the order of their names. */
export type Uses = { variables: Variable[]; labels: ReadonlySet<string> }

export function usesIn(elements: readonly Drawn[], definitions: readonly NodeDefinition[]): Uses {
  const { spots, labels } = spotsIn(elements, definitions)
  const byName = new Map<string, Spot[]>()
  for (const spot of spots) {
    for (const name of new Set(spot.spans.map(span => span.name))) {
      byName.set(name, [...(byName.get(name) ?? []), spot])
    }
  }
  const variables = [...byName].map(([name, places]) => {
    const sets = places.filter(place => place.sets)
    const reads = places.filter(place => !place.sets)
    const askedAt = sets.length > 0 ? undefined : askedIn(elements, name)
    const lack = askedAt ? undefined : lackOf(sets, reads, definitions)
    return { name, sets, reads, askedAt, lack }
  })
  return { variables: variables.sort((one, other) => order.compare(one.name, other.name)), labels }
}

const order = new Intl.Collator(undefined, { numeric: true })

function lackOf(
  sets: readonly Spot[],
  reads: readonly Spot[],
  definitions: readonly NodeDefinition[],
): Lack | undefined {
  if (reads.length === 0) return 'unread'
  if (sets.length > 0) return undefined
  const before = new Set(reads.flatMap(({ element }) => nodesBefore(element.source ?? element)))
  return [...before].some(node => isDoneByServer(node, definitions)) ? 'perhaps' : 'unset'
}

const ANSWER = 'decision.'

/** The node at which a person is asked, when the name is that of the answer. */
function askedIn(elements: readonly Drawn[], name: string): Drawn | undefined {
  if (!name.startsWith(ANSWER)) return undefined
  return elements.find(element => {
    if (element.labelTarget || !isOfType(element.businessObject, 'bpmn:FlowNode')) return false
    const answer = ANSWER + element.id.replace(/[^\p{L}\p{Nd}.-]/gu, '_')
    return (
      name === answer ||
      (/^\.(again|\d+)$/.test(name.slice(answer.length)) && name.startsWith(answer))
    )
  })
}

/** The variables that an element sets or reads. */
export function usedBy(variables: readonly Variable[], element: Drawn): Variable[] {
  return variables.filter(variable => placesOf(variable).some(spot => spot.element === element))
}

export function placesOf(variable: Variable): Spot[] {
  return [...variable.sets, ...variable.reads]
}
