import type { ElementStatus, InstanceStatus } from '@/shared/api/types'

export const INSTANCE_STATUSES: readonly InstanceStatus[] = [
  'Running',
  'On Hold',
  'Error',
  'Completed',
  'Cancelled',
]

/** An instance's status in the words that steps have, too. */
export function badgeOf(status: InstanceStatus): ElementStatus {
  return status === 'Running' ? 'In Progress' : status
}

export function isOver(status: InstanceStatus): boolean {
  return status === 'Completed' || status === 'Cancelled'
}
