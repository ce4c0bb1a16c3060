import type Create from 'diagram-js/lib/features/create/Create'
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect'
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool'
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool'
import type Palette from 'diagram-js/lib/features/palette/Palette'
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool'
import type { NodeData } from '@/shared/diagram/data'
import type { Activities } from './activities'
import type { Shapes } from './shapes'

type Translate = (text: string) => string

type Entry = {
  group: string
  className?: string
  title?: string
  separator?: boolean
  action?: Record<string, (event: Event) => void>
}

/** A reward that a token brings to whoever has come so far. */
export const REWARD: NodeData = {
  gamificationType: 'Points',
  gamificationOptions: {
    pointType: 'Experience',
    pointsApplicationMethod: 'incrementBy',
    pointsForSuccess: '10',
  },
}

const ONE_HOUR = '3600'

/** The palette, cut to what the engine runs. */
export class PaletteProvider {
  static $inject = [
    'palette',
    'create',
    'shapes',
    'activities',
    'spaceTool',
    'lassoTool',
    'handTool',
    'globalConnect',
    'translate',
  ]

  constructor(
    palette: Palette,
    private readonly create: Create,
    private readonly shapes: Shapes,
    private readonly activities: Activities,
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
      'create.info': this.shape(
        'bpmn:UserTask',
        'bpmn-icon-text-annotation',
        'Information to read',
        {
          activityType: 'Info',
        },
      ),
      'create.reward': this.shape(
        'bpmn:IntermediateThrowEvent',
        'bpmn-icon-intermediate-event-none',
        'Reward for coming so far',
        REWARD,
      ),
      'create.activity': {
        group: 'create',
        className: 'bpmn-icon-service',
        title: this.translate('Activities of the team'),
        action: {
          click: event => {
            const { clientX: x, clientY: y } = event as MouseEvent
            this.activities.open({ x: x + 20, y: y - 40 })
          },
        },
      },
      'create.challenge': this.shape(
        'bpmn:Group',
        'bpmn-icon-group',
        'Challenge against the clock',
        {
          ...REWARD,
          secondsToComplete: ONE_HOUR,
        },
      ),
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

  private shape(type: string, className: string, title: string, data?: NodeData): Entry {
    const start = (event: Event) =>
      this.create.start(event as MouseEvent, this.shapes.make(type, data) as never)
    return {
      group: 'create',
      className,
      title: this.translate(title),
      action: { dragstart: start, click: start },
    }
  }
}
