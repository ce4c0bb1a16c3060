import { Button } from '@mantine/core'
import { useFullscreenDocument } from '@mantine/hooks'
import type Modeler from 'bpmn-js/lib/Modeler'
import { Expand, Map as MapIcon, Maximize, Shrink, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/format'
import { IconButton } from '@/shared/ui/IconButton'
import type { View } from '../canvas/view'
import classes from './EditorPage.module.css'

type Minimap = { toggle: () => void; isOpen: () => boolean }

/** Zoom, the whole drawing, the map of it, and the whole screen; over the lower edge of the canvas. */
export function ViewTools({ modeler }: { modeler: Modeler }) {
  const { t } = useTranslation('editor')
  const { percent } = useFormat()
  const { fullscreen, toggle } = useFullscreenDocument()
  const [mapped, setMapped] = useState(false)
  const scale = useScale(modeler)
  const view = modeler.get<View>('view')

  function toggleMap() {
    const minimap = modeler.get<Minimap>('minimap')
    minimap.toggle()
    setMapped(minimap.isOpen())
  }

  return (
    <div className={classes.view} role="toolbar" aria-label={t('view.title')}>
      <IconButton icon={ZoomOut} label={t('view.smaller')} onClick={() => view.smaller()} />
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.scale}
        aria-label={t('view.asDrawn', { scale: percent(scale) })}
        onClick={() => view.asDrawn()}
      >
        {percent(scale)}
      </Button>
      <IconButton icon={ZoomIn} label={t('view.larger')} onClick={() => view.larger()} />
      <IconButton icon={Maximize} label={t('tool.fit')} onClick={() => view.whole()} />
      <IconButton icon={MapIcon} label={t('view.map')} pressed={mapped} onClick={toggleMap} />
      <IconButton
        icon={fullscreen ? Shrink : Expand}
        label={t('view.fullScreen')}
        pressed={fullscreen}
        onClick={() => void toggle()}
      />
    </div>
  )
}

function useScale(modeler: Modeler): number {
  const [scale, setScale] = useState(() => modeler.get<View>('view').scale)
  useEffect(() => {
    const look = () => setScale(modeler.get<View>('view').scale)
    look()
    modeler.on('canvas.viewbox.changed', look)
    return () => modeler.off('canvas.viewbox.changed', look)
  }, [modeler])
  return scale
}
