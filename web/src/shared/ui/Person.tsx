import type { ReactNode } from 'react'
import classes from './Person.module.css'

type PersonProps = { name: string; detail?: string | null | undefined; mark?: ReactNode }

/** A person with the first letter as a picture. */
export function Person({ name, detail, mark }: PersonProps) {
  return (
    <span className={classes.person}>
      <span className={classes.avatar} aria-hidden>
        {[...name][0]?.toLocaleUpperCase()}
      </span>
      <span>
        <span className={classes.name}>{name}</span> {mark}
        {detail ? <div className={classes.detail}>{detail}</div> : null}
      </span>
    </span>
  )
}
