import { withLayout } from './layout'

/** How a drawing leaves the product: BPMN for other tools, pictures for documents. */
export const EXPORT_FORMATS = ['bpmn', 'svg', 'png'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const SHARPNESS = 2
/** Browsers draw no picture that is wider or higher. */
const LONGEST_SIDE = 8192
const FONT = 'Arial, Helvetica, sans-serif'

/** Gives the drawing to the reader as a file named after the process. */
export async function exportDrawing(
  xml: string,
  name: string,
  format: ExportFormat,
): Promise<void> {
  save(await contentOf(xml, format), fileName(name, format))
}

async function contentOf(xml: string, format: ExportFormat): Promise<Blob> {
  const drawn = await withLayout(xml)
  if (format === 'bpmn') return new Blob([drawn], { type: 'application/xml' })
  const svg = await drawingAsSvg(drawn)
  return format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : svgAsPng(svg)
}

export function fileName(name: string, format: ExportFormat): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase()
  return `${plain || 'process'}.${format}`
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Drawn for paper: black on white and in a typeface that every computer has, whatever the theme of the page is. */
async function drawingAsSvg(xml: string): Promise<string> {
  const { default: Viewer } = await import('bpmn-js/lib/Viewer')
  const container = document.createElement('div')
  container.style.cssText = 'position:fixed;inset:0;visibility:hidden;pointer-events:none'
  // Texts are measured where they are drawn, so the drawing needs a place on the page.
  document.body.append(container)
  const viewer = new Viewer({
    container,
    textRenderer: { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } },
  })
  try {
    await viewer.importXML(xml)
    return (await viewer.saveSVG()).svg
  } finally {
    viewer.destroy()
    container.remove()
  }
}

async function svgAsPng(svg: string): Promise<Blob> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const { naturalWidth: width, naturalHeight: height } = picture
  const scale = Math.min(SHARPNESS, LONGEST_SIDE / width, LONGEST_SIDE / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This browser draws no pictures')
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob(
      made => (made ? done(made) : failed(new Error('The picture could not be made'))),
      'image/png',
    ),
  )
}
