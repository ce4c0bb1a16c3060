import type { RoleRef } from '@/shared/api/types'
import classes from './RoleTag.module.css'

export function ColorDot({ color }: { color: string }) {
  return <span className={classes.dot} style={{ background: color }} aria-hidden />
}

/** A role as its colour and name; `plain` without the outline, for tables. */
export function RoleTag({ role, plain = false }: { role: RoleRef; plain?: boolean }) {
  return (
    <span className={`${classes.tag} ${plain ? classes.plain : ''}`}>
      <ColorDot color={role.color} />
      <span>{role.name}</span>
    </span>
  )
}
