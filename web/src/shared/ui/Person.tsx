import type { ReactNode } from 'react'
import classes from './Person.module.css'

type PersonProps = { name: string; detail?: string | null | undefined; mark?: ReactNode }

/** The first letter of a name as a picture; the name itself stands beside it, or is told by what it is part of. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={classes.avatar} aria-hidden>
      {[...name][0]?.toLocaleUpperCase()}
    </span>
  )
}

/** A person with the first letter as a picture. */
export function Person({ name, detail, mark }: PersonProps) {
  return (
    <span className={classes.person}>
      <Avatar name={name} />
      <span>
        <span className={classes.name}>{name}</span> {mark}
        {detail ? <div className={classes.detail}>{detail}</div> : null}
      </span>
    </span>
  )
}
