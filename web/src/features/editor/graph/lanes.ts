import { type Moddle, moddleList } from '@/shared/diagram/model'

function innermost(lanes: Moddle[], node: Moddle): Moddle | undefined {
  for (const lane of lanes) {
    const inner = lane.get('childLaneSet') as Moddle | undefined
    const found = inner ? innermost(moddleList(inner, 'lanes'), node) : undefined
    if (found) return found
    if (moddleList(lane, 'flowNodeRef').includes(node)) return lane
  }
  return undefined
}

function processOf(node: Moddle): Moddle | undefined {
  let at: Moddle | undefined = node.$parent
  while (at && at.$type !== 'bpmn:Process') at = at.$parent
  return at
}

/** The name of the innermost lane a node stands in. */
export function laneNameOf(node: Moddle): string | undefined {
  const process = processOf(node)
  if (!process) return undefined
  const lanes = moddleList(process, 'laneSets').flatMap(set => moddleList(set, 'lanes'))
  return innermost(lanes, node)?.name?.trim() || undefined
}

/** The process an object belongs to, itself included. */
export function owningProcess(object: Moddle): Moddle | undefined {
  return object.$type === 'bpmn:Process' ? object : processOf(object)
}
