import { type DragEvent, type ReactNode, useState } from 'react'
import classes from './ModelsPage.module.css'

type FileDropProps = { hint: string; onFile: (file: File) => void; children: ReactNode }

function holdsFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** A place where a file can be let go; the button beside it does the same for keyboards. */
export function FileDrop({ hint, onFile, children }: FileDropProps) {
  const [depth, setDepth] = useState(0)

  function drop(event: DragEvent) {
    if (!holdsFile(event)) return
    event.preventDefault()
    setDepth(0)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for pointers; the import button is the way for all.
    <div
      className={classes.drop}
      data-over={depth > 0 || undefined}
      data-hint={hint}
      onDragEnter={event => holdsFile(event) && setDepth(value => value + 1)}
      onDragLeave={event => holdsFile(event) && setDepth(value => Math.max(0, value - 1))}
      onDragOver={event => holdsFile(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
