import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry'
import { type Drawn, isOfType } from '@/shared/diagram/model'
import { type OutlineEntry, outlineOf } from '../graph/outline'
import { destination } from '../graph/outline-walk'
import { Building } from './building'
import type { PieceMenu } from './piece-menu'

type Keyboard = {
  addListener: (priority: number, on: (event: Pressed) => true | undefined) => void
}
type Pressed = { keyEvent: KeyboardEvent }
type Selection = { get: () => Drawn[]; select: (element: Drawn) => void }
type Canvas = {
  scrollToElement: (element: Drawn, padding?: number) => void
  getGraphics: (element: Drawn) => SVGElement
}
type DirectEditing = { activate: (element: Drawn) => boolean }
type Injector = { get: <T>(name: string) => T }

const PRIORITY = 2_000
const SEEN_AROUND = 80
const BESIDE = 12

/** On the canvas: Tab along the flow, Alt and arrows between branches, `a` asks what comes next, F2 renames. */
export class FlowKeys {
  static $inject = ['keyboard', 'selection', 'injector']

  constructor(
    keyboard: Keyboard,
    private readonly selection: Selection,
    private readonly injector: Injector,
  ) {
    keyboard.addListener(PRIORITY, ({ keyEvent }) => this.press(keyEvent))
  }

  private press(event: KeyboardEvent): true | undefined {
    if (event.ctrlKey || event.metaKey) return undefined
    const [only, ...more] = this.selection.get().map(each => each.labelTarget ?? each)
    const selected = more.length === 0 ? only : undefined
    const next = this.next(event, selected)
    if (next) return this.select(next)
    if (!selected || event.altKey || event.shiftKey) return undefined
    if (event.key === 'a') return this.append(selected)
    if (event.key === 'F2') return this.rename(selected)
    return undefined
  }

  /** Behind the last and before the first one Tab leaves the canvas. */
  private next(event: KeyboardEvent, selected: Drawn | undefined): Drawn | undefined {
    const { altKey, key } = event
    const lines = this.lines()
    const from = lines.find(each => each.element === selected)
    if (key === 'Tab' && !altKey) {
      const nodes = lines.filter(each => each === from || each.kind === 'node')
      if (event.shiftKey && !from) return undefined
      return destination(nodes, from, { key: event.shiftKey ? 'ArrowUp' : 'ArrowDown', altKey })
        ?.element
    }
    const isAlong = altKey && (key === 'ArrowUp' || key === 'ArrowDown')
    return isAlong ? destination(lines, from, { key, altKey })?.element : undefined
  }

  private select(element: Drawn): true {
    this.selection.select(element)
    this.injector.get<Canvas>('canvas').scrollToElement(element, SEEN_AROUND)
    return true
  }

  private append(after: Drawn): true | undefined {
    if (new Building(this.injector).piecesAfter(after).length === 0) return undefined
    const box = this.injector.get<Canvas>('canvas').getGraphics(after).getBoundingClientRect()
    const place = { x: box.right + BESIDE, y: box.top }
    this.injector.get<PieceMenu>('pieceMenu').openAfter(after, place)
    return true
  }

  private rename(element: Drawn): true {
    this.injector.get<DirectEditing>('directEditing').activate(element)
    return true
  }

  private lines(): OutlineEntry[] {
    const registry = this.injector.get<ElementRegistry>('elementRegistry')
    const nodes = (registry.getAll() as unknown as Drawn[]).filter(
      element => !element.labelTarget && isOfType(element.businessObject, 'bpmn:FlowNode'),
    )
    return outlineOf(nodes)
  }
}

export const flowKeysModule = { __init__: ['flowKeys'], flowKeys: ['type', FlowKeys] }
