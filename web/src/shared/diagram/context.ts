import type { RoleRef } from '@/shared/api/types'
import type { Drawn } from './model'

type EventBus = { fire: (event: string, payload: unknown) => void }
type Registry = { filter: (fn: (element: Drawn) => boolean) => Drawn[] }

/** What the drawing shows of the world around it: the team's roles, and the path an instance has taken. */
export class DiagramContext {
  static $inject = ['eventBus', 'elementRegistry']

  roles: ReadonlyMap<string, RoleRef> = new Map()
  path: ReadonlySet<string> = new Set()

  constructor(
    private readonly eventBus: EventBus,
    private readonly registry: Registry,
  ) {}

  showRoles(roles: readonly RoleRef[]): void {
    this.roles = new Map(roles.map(role => [String(role.id), role]))
    this.redraw(element => element.width !== undefined && !element.labelTarget)
  }

  showPath(path: readonly string[]): void {
    this.path = new Set(path)
    this.redraw(element => element.source !== undefined)
  }

  private redraw(which: (element: Drawn) => boolean): void {
    const elements = this.registry.filter(element => which(element) && Boolean(element.parent))
    if (elements.length > 0) this.eventBus.fire('elements.changed', { elements })
  }
}
