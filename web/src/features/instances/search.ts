import type { InstanceStatus } from '@/shared/api/types'
import { INSTANCE_STATUSES } from './status'

/** What the address of the instance list keeps. */
export type InstancesSearch = { process?: number; status?: InstanceStatus }

export function instancesSearch(raw: Record<string, unknown>): InstancesSearch {
  const process = Number(raw.process)
  const status = INSTANCE_STATUSES.find(each => each === raw.status)
  return {
    ...(Number.isSafeInteger(process) && process > 0 ? { process } : {}),
    ...(status ? { status } : {}),
  }
}
