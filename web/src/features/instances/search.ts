/** What the address of the instance list keeps. */
export type InstancesSearch = { process?: number; status?: string }

export function instancesSearch(raw: Record<string, unknown>): InstancesSearch {
  const process = Number(raw.process)
  return {
    ...(Number.isSafeInteger(process) && process > 0 ? { process } : {}),
    ...(typeof raw.status === 'string' && raw.status !== '' ? { status: raw.status } : {}),
  }
}
