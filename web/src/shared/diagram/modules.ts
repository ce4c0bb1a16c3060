import { DiagramContext } from './context'
import { descriptor } from './moddle'
import { ThemedRenderer } from './renderer'
import { translateModule } from './translate'

const themeModule = {
  __init__: ['themedRenderer'],
  diagramContext: ['type', DiagramContext],
  themedRenderer: ['type', ThemedRenderer],
}

/** What every drawing of the product is shown with, viewers and the editor alike. */
export const diagramOptions = {
  moddleExtensions: { processflow: descriptor },
  additionalModules: [translateModule, themeModule],
  bpmnRenderer: {
    defaultFillColor: 'var(--pf-diagram-fill)',
    defaultStrokeColor: 'var(--pf-diagram-line)',
    defaultLabelColor: 'var(--pf-diagram-label)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: '12px' },
    externalStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: '11.5px' },
  },
}
