import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useRef, useState } from 'react'
import { focusOutline, OutlineSection } from './Outline'
import classes from './Outline.module.css'
import { SidePanel } from './SidePanel'

/** The outline above the properties of what is selected in it. */
export function Side({ modeler }: { modeler: Modeler | null }) {
  const side = useRef<HTMLDivElement>(null)
  const properties = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(false)
  const rename = () => properties.current?.querySelector<HTMLInputElement>('input')?.focus()

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F6' || event.defaultPrevented || isLayered(event.target)) return
      event.preventDefault()
      setOpened(true)
      requestAnimationFrame(() => focusOutline(side.current))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className={classes.side} ref={side}>
      {modeler ? (
        <OutlineSection
          modeler={modeler}
          opened={opened}
          onToggle={() => setOpened(value => !value)}
          onRename={rename}
        />
      ) : null}
      <div className={classes.properties} ref={properties}>
        <SidePanel modeler={modeler} />
      </div>
    </div>
  )
}

function isLayered(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=menu]') !== null
}
