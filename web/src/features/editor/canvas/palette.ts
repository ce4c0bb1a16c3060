import type Create from 'diagram-js/lib/features/create/Create'
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect'
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool'
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool'
import type Palette from 'diagram-js/lib/features/palette/Palette'
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool'

type ElementFactory = { createShape: (attributes: object) => unknown }
type Translate = (text: string) => string

type Entry = {
  group: string
  className?: string
  title?: string
  separator?: boolean
  action?: Record<string, (event: Event) => void>
}

/** The palette, cut to what the engine runs. */
export class PaletteProvider {
  static $inject = [
    'palette',
    'create',
    'elementFactory',
    'spaceTool',
    'lassoTool',
    'handTool',
    'globalConnect',
    'translate',
  ]

  constructor(
    palette: Palette,
    private readonly create: Create,
    private readonly elementFactory: ElementFactory,
    private readonly spaceTool: SpaceTool,
    private readonly lassoTool: LassoTool,
    private readonly handTool: HandTool,
    private readonly globalConnect: GlobalConnect,
    private readonly translate: Translate,
  ) {
    palette.registerProvider(this as never)
  }

  getPaletteEntries(): Record<string, Entry> {
    return {
      'hand-tool': this.tool('bpmn-icon-hand-tool', 'Activate hand tool', event =>
        this.handTool.activateHand(event as MouseEvent),
      ),
      'lasso-tool': this.tool('bpmn-icon-lasso-tool', 'Activate lasso tool', event =>
        this.lassoTool.activateSelection(event as MouseEvent),
      ),
      'space-tool': this.tool('bpmn-icon-space-tool', 'Activate create/remove space tool', event =>
        this.spaceTool.activateSelection(event as MouseEvent, false, false),
      ),
      'connect-tool': this.tool(
        'bpmn-icon-connection-multi',
        'Activate global connect tool',
        event => this.globalConnect.start(event as MouseEvent, false),
      ),
      'tool-separator': { group: 'tools', separator: true },
      'create.start': this.shape('bpmn:StartEvent', 'bpmn-icon-start-event-none', 'Start'),
      'create.step': this.shape('bpmn:UserTask', 'bpmn-icon-user-task', 'Step for a person'),
      'create.automatic': this.shape(
        'bpmn:ServiceTask',
        'bpmn-icon-service-task',
        'Automatic step',
      ),
      'create.decision': this.shape(
        'bpmn:ExclusiveGateway',
        'bpmn-icon-gateway-xor',
        'Decision: one way',
      ),
      'create.parallel': this.shape(
        'bpmn:ParallelGateway',
        'bpmn-icon-gateway-parallel',
        'Parallel: all ways',
      ),
      'create.end': this.shape('bpmn:EndEvent', 'bpmn-icon-end-event-none', 'End'),
    }
  }

  private tool(className: string, title: string, start: (event: Event) => void): Entry {
    return {
      group: 'tools',
      className,
      title: this.translate(title),
      action: { click: start },
    }
  }

  private shape(type: string, className: string, title: string): Entry {
    const start = (event: Event) => {
      const shape = this.elementFactory.createShape({ type })
      this.create.start(event as MouseEvent, shape as never)
    }
    return {
      group: 'create',
      className,
      title: this.translate(title),
      action: { dragstart: start, click: start },
    }
  }
}
