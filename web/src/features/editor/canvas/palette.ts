import type Create from 'diagram-js/lib/features/create/Create'
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect'
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool'
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool'
import type Palette from 'diagram-js/lib/features/palette/Palette'
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool'
import type { PieceMenu } from './piece-menu'
import { PIECES, type Piece, type Pieces } from './pieces'

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
    'pieces',
    'pieceMenu',
    'spaceTool',
    'lassoTool',
    'handTool',
    'globalConnect',
    'translate',
  ]

  constructor(
    palette: Palette,
    private readonly create: Create,
    private readonly pieces: Pieces,
    private readonly pieceMenu: PieceMenu,
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
      'create.start': this.piece(PIECES.start),
      'create.step': this.piece(PIECES.step),
      'create.automatic': this.piece(PIECES.automatic),
      'create.decision': this.piece(PIECES.decision),
      'create.parallel': this.piece(PIECES.parallel),
      'create.end': this.piece(PIECES.end),
      'create.info': this.piece(PIECES.info),
      'create.reward': this.piece(PIECES.reward),
      'create.activity': {
        group: 'create',
        className: 'bpmn-icon-service',
        title: this.translate('Activities of the team'),
        action: {
          click: event => {
            const { clientX: x, clientY: y } = event as MouseEvent
            this.pieceMenu.openActivities({ x: x + 20, y: y - 40 })
          },
        },
      },
      'create.challenge': this.piece(PIECES.challenge),
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

  private piece(piece: Piece): Entry {
    const start = (event: Event) =>
      this.create.start(event as MouseEvent, this.pieces.make(piece) as never)
    return {
      group: 'create',
      className: piece.className,
      title: this.translate(piece.title),
      action: { dragstart: start, click: start },
    }
  }
}
