import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer'
import type { DiagramContext } from './context'
import { readData, textAt } from './data'
import { type Drawn, isOfType, type Moddle } from './model'

type Attrs = { fill?: string; stroke?: string }

type Renderer = {
  drawShape: (parent: SVGElement, element: Drawn, attrs?: Attrs) => SVGElement
  drawConnection: (parent: SVGElement, element: Drawn, attrs?: Attrs) => SVGElement
  getShapePath: (element: Drawn) => string
  getConnectionPath: (element: Drawn) => string
}

const PRIORITY = 1_500
const SVG = 'http://www.w3.org/2000/svg'
const RADIUS = '8'
const FOOT = 11

function svg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

function diColor(element: Drawn, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = element.di?.get(name)
    if (typeof value === 'string' && /^#?[\w(),.%\s]+$/.test(value)) return value
  }
  return undefined
}

/** Colours drawn in other tools are kept as a hint, mixed with the theme so that words stay readable. */
function colorsOf(element: Drawn): Attrs {
  const fill = diColor(element, 'color:background-color', 'bioc:fill')
  const stroke = diColor(element, 'color:border-color', 'bioc:stroke')
  return {
    ...(fill ? { fill: `color-mix(in srgb, ${fill} 16%, var(--pf-diagram-fill))` } : {}),
    ...(stroke ? { stroke: `color-mix(in srgb, ${stroke} 45%, var(--pf-diagram-line))` } : {}),
  }
}

function isActivity(element: Drawn): boolean {
  const object = element.businessObject
  return isOfType(object, 'bpmn:Activity') && !isOfType(object, 'bpmn:SubProcess')
}

function isFrame({ businessObject }: Drawn): boolean {
  return isOfType(businessObject, 'bpmn:Participant') || isOfType(businessObject, 'bpmn:Lane')
}

/** Pools and lanes are ground, not content: thin lines, and the grid shows through. */
function quieten(frame: SVGElement): void {
  frame.style.stroke = 'var(--pf-diagram-frame)'
  frame.style.fill = 'var(--pf-diagram-ground)'
}

/** The product's look on top of bpmn-js' shapes: theme colours, who does a step, what it earns. */
export class ThemedRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'bpmnRenderer', 'diagramContext']

  constructor(
    eventBus: ConstructorParameters<typeof BaseRenderer>[0],
    private readonly bpmn: Renderer,
    private readonly context: DiagramContext,
  ) {
    super(eventBus, PRIORITY)
  }

  override canRender(element: unknown): boolean {
    return (element as Drawn).businessObject !== undefined
  }

  override drawShape(parent: SVGElement, shape: unknown): SVGElement {
    const element = shape as Drawn
    const drawn = this.bpmn.drawShape(parent, element, colorsOf(element))
    if (element.labelTarget) return drawn
    if (isActivity(element)) this.decorate(parent, drawn, element)
    if (isFrame(element)) quieten(drawn)
    return drawn
  }

  override drawConnection(parent: SVGElement, connection: unknown): SVGElement {
    const element = connection as Drawn
    const taken = this.context.path.has(element.id)
    const stroke = taken ? 'var(--pf-diagram-path)' : 'var(--pf-diagram-flow)'
    const drawn = this.bpmn.drawConnection(parent, element, {
      ...colorsOf(element),
      stroke,
    })
    drawn.style.strokeWidth = taken ? '2px' : '1.5px'
    return drawn
  }

  override getShapePath(shape: unknown): string {
    return this.bpmn.getShapePath(shape as Drawn)
  }

  override getConnectionPath(connection: unknown): string {
    return this.bpmn.getConnectionPath(connection as Drawn)
  }

  private decorate(parent: SVGElement, drawn: SVGElement, element: Drawn): void {
    drawn.setAttribute('rx', RADIUS)
    drawn.setAttribute('ry', RADIUS)
    const data = readData(element.businessObject)
    const role = this.context.roles.get(textAt(data, 'assignedRole'))
    const bottom = (element.height ?? 80) - FOOT
    if (role) parent.append(roleMark(role.color, role.name, bottom))
    const reward = rewardText(element.businessObject)
    if (reward) parent.append(rewardPill(reward, element.width ?? 100, bottom))
  }
}

function roleMark(color: string, name: string, bottom: number): SVGElement {
  const group = svg('g', { class: 'pf-role' })
  group.append(svg('circle', { cx: 11, cy: bottom, r: 3.5, fill: color }))
  const short = name.length > 14 ? `${name.slice(0, 13)}…` : name
  const text = svg('text', { x: 18, y: bottom + 3.2 })
  text.textContent = short
  group.append(text)
  return group
}

/** "+10", "Badge": what the step earns, in as few signs as fit into its corner. */
export function rewardText(object: Moddle): string | undefined {
  const data = readData(object)
  const type = textAt(data, 'gamificationType')
  if (type === 'Badges') return textAt(data, 'gamificationOptions.badgeType') ? '★' : undefined
  if (type !== 'Points') return undefined
  const amount = textAt(data, 'gamificationOptions.pointsForSuccess')
  if (amount === '') return undefined
  const method = textAt(data, 'gamificationOptions.pointsApplicationMethod')
  if (method === 'decrementBy') return `−${amount}`
  return method === 'setTo' ? `=${amount}` : `+${amount}`
}

function rewardPill(reward: string, right: number, bottom: number): SVGElement {
  const width = 9 + reward.length * 5.6
  const group = svg('g', { class: 'pf-reward' })
  const x = right - width - 5
  group.append(svg('rect', { x, y: bottom - 6.5, width, height: 13, rx: 6.5 }))
  const text = svg('text', { x: x + width / 2, y: bottom + 3.2, 'text-anchor': 'middle' })
  text.textContent = reward
  group.append(text)
  return group
}
