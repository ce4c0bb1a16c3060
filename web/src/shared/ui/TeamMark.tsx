import type { ColorScheme } from '@/shared/api/types'
import classes from './TeamMark.module.css'

type TeamMarkProps = { name: string; scheme: ColorScheme; size?: number }

/** The team's mark: its initial on its gradient. Decoration; the name stands beside it. */
export function TeamMark({ name, scheme, size = 24 }: TeamMarkProps) {
  const initial = [...name.trim()][0]?.toLocaleUpperCase() ?? ''
  return (
    <span
      className={classes.mark}
      aria-hidden
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.48),
        background: `linear-gradient(135deg, ${scheme.from}, ${scheme.to})`,
      }}
    >
      {initial}
    </span>
  )
}
