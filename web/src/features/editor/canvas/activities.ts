import type Create from 'diagram-js/lib/features/create/Create'
import type { NodeDefinition } from '@/shared/api/types'
import type { Drawn } from '@/shared/diagram/model'
import { isAutomatic, isStandard, optionList, withDefaults } from '../graph/definitions'
import type { Shapes } from './shapes'

const MENU = 'processflow-activities'

type Point = { x: number; y: number }
type Entry = {
  label: string
  description: string
  className: string
  action: (event: Event) => void
}
type PopupMenu = {
  registerProvider: (id: string, provider: object) => void
  open: (target: Drawn, id: string, at: Point, options: { title: string; search: boolean }) => void
  close: () => void
}
type AutoPlace = { append: (source: Drawn, shape: Drawn) => void }
type Canvas = { getRootElement: () => Drawn }
type Translate = (text: string) => string

/** The activities of the team, to be drawn from a menu that can be searched. */
export class Activities {
  static $inject = ['popupMenu', 'create', 'autoPlace', 'canvas', 'shapes', 'translate']

  private offered: readonly NodeDefinition[] = []

  constructor(
    private readonly popupMenu: PopupMenu,
    private readonly create: Create,
    private readonly autoPlace: AutoPlace,
    private readonly canvas: Canvas,
    private readonly shapes: Shapes,
    private readonly translate: Translate,
  ) {
    popupMenu.registerProvider(MENU, this)
  }

  offer(definitions: readonly NodeDefinition[]): void {
    this.offered = definitions.filter(each => !isStandard(each))
  }

  /** @param after what the activity follows; without it, it is put down with the pointer */
  open(at: Point, after?: Drawn): void {
    const target = after ?? this.canvas.getRootElement()
    const title = this.translate('Activities of the team')
    this.popupMenu.open(target, MENU, at, { title, search: true })
  }

  getPopupMenuEntries(target: Drawn): Record<string, Entry> {
    return Object.fromEntries(
      this.offered.map(each => [`activity-${each.id}`, this.entry(each, target)]),
    )
  }

  private entry(definition: NodeDefinition, target: Drawn): Entry {
    const { name, shortDescription } = definition.definition
    return {
      label: name,
      description: shortDescription ?? '',
      className: isAutomatic(definition) ? 'bpmn-icon-service-task' : 'bpmn-icon-user-task',
      action: event => {
        const shape = this.made(definition)
        if (target === this.canvas.getRootElement()) {
          this.create.start(event as MouseEvent, shape as never)
        } else {
          this.autoPlace.append(target, shape)
        }
        this.popupMenu.close()
      },
    }
  }

  private made(definition: NodeDefinition): Drawn {
    const options = optionList(definition.definition.optionsDefinition?.structure)
    const data = withDefaults({ nodeDefinitionId: String(definition.id) }, options)
    const type = isAutomatic(definition) ? 'bpmn:ServiceTask' : 'bpmn:UserTask'
    return this.shapes.make(type, data, definition.definition.name)
  }
}
