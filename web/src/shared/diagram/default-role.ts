import { NAMESPACE } from './moddle'
import { BPMN } from './places'

/** The file with a role that does every step that nothing else gives to somebody; all else stays as it is written. */
export function withDefaultRole(xml: string, roleId: number): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  for (const process of document.getElementsByTagNameNS(BPMN, 'process')) {
    const data = dataOf(process)
    data.textContent = JSON.stringify({ ...settings(data), assignedRole: String(roleId) })
  }
  return new XMLSerializer().serializeToString(document)
}

function settings(data: Element): object {
  try {
    const value: unknown = JSON.parse(data.textContent || '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Settings nobody can read are replaced, as the server does.
    return {}
  }
}

function dataOf(process: Element): Element {
  const extensions = extensionsOf(process)
  const own = [...extensions.children].find(
    each => each.localName === 'data' && each.namespaceURI === NAMESPACE,
  )
  if (own) return own
  const made = process.ownerDocument.createElementNS(NAMESPACE, 'processflow:data')
  extensions.append(made)
  return made
}

function extensionsOf(process: Element): Element {
  const own = [...process.children].find(each => each.localName === 'extensionElements')
  if (own) return own
  const prefix = process.prefix ? `${process.prefix}:` : ''
  const made = process.ownerDocument.createElementNS(BPMN, `${prefix}extensionElements`)
  const last = [...process.children].findLast(each => each.localName === 'documentation')
  if (last) last.after(made)
  else process.prepend(made)
  return made
}
