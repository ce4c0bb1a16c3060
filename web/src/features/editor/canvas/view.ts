import type Canvas from 'diagram-js/lib/core/Canvas'
import { fitDrawing, type Margins } from '@/shared/diagram/grid'

/** The palette on the left and the mark of bpmn.io below stay clear of the drawing. */
export const AROUND: Margins = { left: 128, right: 32, top: 24, bottom: 48 }

type ZoomScroll = { stepZoom: (steps: number) => void }
type Keyboard = {
  addListener: (priority: number, on: (event: { keyEvent: KeyboardEvent }) => unknown) => void
}

const PRIORITY = 2_000

/** What part of the drawing is seen, and how large; with the keys + - 0 and 1 on the canvas. */
export class View {
  static $inject = ['canvas', 'zoomScroll', 'keyboard']

  constructor(
    private readonly canvas: Canvas,
    private readonly zoomScroll: ZoomScroll,
    keyboard: Keyboard,
  ) {
    keyboard.addListener(PRIORITY, ({ keyEvent }) => {
      if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return undefined
      const action = this.actionOf(keyEvent.key)
      action?.()
      return action && true
    })
  }

  get scale(): number {
    return this.canvas.zoom()
  }

  larger(): void {
    this.zoomScroll.stepZoom(1)
  }

  smaller(): void {
    this.zoomScroll.stepZoom(-1)
  }

  asDrawn(): void {
    this.canvas.zoom(1)
  }

  whole(): void {
    fitDrawing(this.canvas, AROUND)
  }

  private actionOf(key: string): (() => void) | undefined {
    const actions: Record<string, () => void> = {
      '+': () => this.larger(),
      '=': () => this.larger(),
      '-': () => this.smaller(),
      0: () => this.whole(),
      1: () => this.asDrawn(),
    }
    return actions[key]
  }
}

export const viewModule = { __init__: ['view'], view: ['type', View] }
