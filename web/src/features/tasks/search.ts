/** What the address of the worklist keeps. */
export type TasksSearch = { task?: number; q?: string; role?: number; process?: number }

function id(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

export function tasksSearch(raw: Record<string, unknown>): TasksSearch {
  const task = id(raw.task)
  const role = id(raw.role)
  const process = id(raw.process)
  const q = typeof raw.q === 'string' && raw.q !== '' ? raw.q : undefined
  return {
    ...(task === undefined ? {} : { task }),
    ...(q === undefined ? {} : { q }),
    ...(role === undefined ? {} : { role }),
    ...(process === undefined ? {} : { process }),
  }
}
