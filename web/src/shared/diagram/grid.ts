import type Canvas from 'diagram-js/lib/core/Canvas'

const CELL = 20

/** The dotted ground moves and scales with the drawing. */
export function moveGrid(canvas: Canvas, ground: HTMLElement): void {
  const { x, y, scale } = canvas.viewbox()
  const cell = CELL * scale * (scale < 0.5 ? 2 : 1)
  ground.style.backgroundSize = `${cell}px ${cell}px`
  ground.style.backgroundPosition = `${-x * scale}px ${-y * scale}px`
}

/** The whole drawing in the middle, but never larger than drawn. */
export function fitDrawing(canvas: Canvas): void {
  canvas.zoom('fit-viewport')
  if (canvas.zoom() > 1) canvas.zoom(1)
  centreDrawing(canvas)
}

function centreDrawing(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox()
  canvas.viewbox({
    x: inner.x + inner.width / 2 - outer.width / 2,
    y: inner.y + inner.height / 2 - outer.height / 2,
    width: outer.width,
    height: outer.height,
  })
}
