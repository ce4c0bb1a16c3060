import Modeler from 'bpmn-js/lib/Modeler'
import { diagramOptions } from '@/shared/diagram/modules'
import { batchModule } from './batch'
import { paletteAndPadModule } from './context-pad'
import { flowKeysModule } from './flow-keys'
import { PaletteProvider } from './palette'
import { tidyModule } from './tidy'

export function createModeler(container: HTMLElement): Modeler {
  return new Modeler({
    container,
    ...diagramOptions,
    additionalModules: [
      ...diagramOptions.additionalModules,
      batchModule,
      flowKeysModule,
      paletteAndPadModule,
      tidyModule,
      { paletteProvider: ['type', PaletteProvider] },
    ],
  })
}
