export const SORTS = ['due', 'created', 'title'] as const

export type TaskSort = (typeof SORTS)[number]

/** What the address of the worklist keeps. */
export type TasksSearch = {
  task?: number
  q?: string
  role?: number
  process?: number
  sort?: TaskSort
}

function id(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

export function tasksSearch(raw: Record<string, unknown>): TasksSearch {
  return given({
    task: id(raw.task),
    q: typeof raw.q === 'string' && raw.q !== '' ? raw.q : undefined,
    role: id(raw.role),
    process: id(raw.process),
    sort: SORTS.find(sort => sort === raw.sort),
  })
}
