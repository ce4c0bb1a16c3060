import {
  Ban,
  Check,
  CircleDot,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Pause,
  TriangleAlert,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ElementStatus } from '@/shared/api/types'
import classes from './StatusBadge.module.css'

const ICONS: Record<ElementStatus, LucideIcon> = {
  Created: Hourglass,
  Todo: CircleDot,
  'In Progress': LoaderCircle,
  Completed: Check,
  Error: TriangleAlert,
  'On Hold': Pause,
  Cancelled: Ban,
}

const WORDS = {
  Created: 'status.created',
  Todo: 'status.todo',
  'In Progress': 'status.inProgress',
  Completed: 'status.completed',
  Error: 'status.error',
  'On Hold': 'status.onHold',
  Cancelled: 'status.cancelled',
} as const satisfies Record<ElementStatus, string>

/** A status as word, icon and colour, the same on every screen; `bare` leaves the tint away. */
export function StatusBadge({ status, bare = false }: { status: ElementStatus; bare?: boolean }) {
  const { t } = useTranslation()
  const Icon = ICONS[status]
  return (
    <span className={`${classes.badge} ${bare ? classes.bare : ''}`} data-status={status}>
      <Icon size={13} strokeWidth={2} aria-hidden />
      <span className={classes.word}>{t(WORDS[status])}</span>
    </span>
  )
}
