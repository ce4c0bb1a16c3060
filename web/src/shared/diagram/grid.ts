import type Canvas from 'diagram-js/lib/core/Canvas'

const CELL = 20

/** The dotted ground moves and scales with the drawing. */
export function moveGrid(canvas: Canvas, ground: HTMLElement): void {
  const { x, y, scale } = canvas.viewbox()
  const cell = CELL * scale * (scale < 0.5 ? 2 : 1)
  ground.style.backgroundSize = `${cell}px ${cell}px`
  ground.style.backgroundPosition = `${-x * scale}px ${-y * scale}px`
}

/** What lies over the canvas and must not cover the drawing, in pixels. */
export type Margins = { left: number; right: number; top: number; bottom: number }

const MARGINS: Margins = { left: 24, right: 24, top: 24, bottom: 24 }

/** The whole drawing in the middle of what is free, but never larger than drawn. */
export function fitDrawing(canvas: Canvas, margins: Margins = MARGINS): void {
  const { inner, outer } = canvas.viewbox()
  const width = outer.width - margins.left - margins.right
  const height = outer.height - margins.top - margins.bottom
  if (inner.width <= 0 || inner.height <= 0 || width <= 0 || height <= 0) return
  const scale = Math.min(1, width / inner.width, height / inner.height)
  canvas.viewbox({
    x: inner.x + inner.width / 2 - (margins.left + width / 2) / scale,
    y: inner.y + inner.height / 2 - (margins.top + height / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  })
}

/** Keeps the drawing fitted while its place changes, until somebody moves it. Returns how to stop. */
export function keepFitted(canvas: Canvas, ground: HTMLElement, margins?: Margins): () => void {
  let moved = false
  const stay = () => {
    moved = true
  }
  const resized = new ResizeObserver(() => {
    canvas.resized()
    if (!moved) fitDrawing(canvas, margins)
  })
  resized.observe(ground)
  ground.addEventListener('wheel', stay, { passive: true })
  ground.addEventListener('pointerdown', stay)
  return () => {
    resized.disconnect()
    ground.removeEventListener('wheel', stay)
    ground.removeEventListener('pointerdown', stay)
  }
}
