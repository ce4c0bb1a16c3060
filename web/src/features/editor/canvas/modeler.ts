import Modeler from 'bpmn-js/lib/Modeler'
import minimapModule from 'diagram-js-minimap'
import { diagramOptions } from '@/shared/diagram/modules'
import { batchModule } from './batch'
import { clipboardModule } from './clipboard'
import { paletteAndPadModule } from './context-pad'
import { flowKeysModule } from './flow-keys'
import { PaletteProvider } from './palette'
import { tidyModule } from './tidy'
import { viewModule } from './view'

/** @param owner whose clipboard it is */
export function createModeler(container: HTMLElement, owner: string): Modeler {
  return new Modeler({
    container,
    ...diagramOptions,
    clipboard: { owner },
    additionalModules: [
      ...diagramOptions.additionalModules,
      batchModule,
      clipboardModule,
      flowKeysModule,
      paletteAndPadModule,
      tidyModule,
      viewModule,
      minimapModule,
      { paletteProvider: ['type', PaletteProvider] },
    ],
  })
}
