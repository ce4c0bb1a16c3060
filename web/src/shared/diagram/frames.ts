import { addShape, around, BPMN, bare, boxesOf } from './places'

const MARGIN = 25

/** The layout places no frames: each is drawn around the nodes that name it as theirs. */
export function placeFrames(document: Document, plane: Element): void {
  const boxes = boxesOf(plane)
  for (const group of document.getElementsByTagNameNS(BPMN, 'group')) {
    const id = group.getAttribute('id')
    const members = membersOf(group).flatMap(member => boxes.get(member) ?? [])
    if (id && members.length > 0) addShape(plane, id, around(members, MARGIN))
  }
}

function membersOf(group: Element): string[] {
  const value = bare(group.getAttribute('categoryValueRef'))
  if (value === '') return []
  return [...group.ownerDocument.getElementsByTagNameNS(BPMN, 'categoryValueRef')]
    .filter(reference => bare(reference.textContent) === value)
    .map(reference => reference.parentElement?.getAttribute('id') ?? '')
}
