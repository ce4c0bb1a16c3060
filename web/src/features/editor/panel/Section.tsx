import { type ReactNode, useId } from 'react'
import classes from './Panel.module.css'

export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 className={classes.sectionTitle} id={id}>
        {title}
      </h3>
      {children}
    </section>
  )
}
