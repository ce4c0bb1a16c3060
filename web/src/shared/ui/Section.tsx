import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

type SectionProps = {
  title: string
  count?: number
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, count, description, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title} id={id}>
            {title}
            {count === undefined ? null : <span className={classes.count}>{count}</span>}
          </h2>
          {description ? <p className={classes.description}>{description}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}

type CardProps = { padded?: boolean; danger?: boolean; children: ReactNode }

/** A surface with a hairline; `danger` marks what can not be undone. */
export function Card({ padded = true, danger = false, children }: CardProps) {
  const names = [classes.card, padded ? classes.padded : '', danger ? classes.danger : '']
  return <div className={names.join(' ')}>{children}</div>
}

type SettingProps = { title: string; description?: ReactNode; children: ReactNode }

/** One row of a settings page: what it is on the left, how to change it on the right. */
export function Setting({ title, description, children }: SettingProps) {
  const id = useId()
  return (
    <section className={classes.setting} aria-labelledby={id}>
      <div>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {description ? <p className={classes.description}>{description}</p> : null}
      </div>
      <div>{children}</div>
    </section>
  )
}
