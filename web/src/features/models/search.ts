/** What the address of the process list keeps. */
export type ModelsSearch = { q?: string }

export function modelsSearch(raw: Record<string, unknown>): ModelsSearch {
  return typeof raw.q === 'string' && raw.q !== '' ? { q: raw.q } : {}
}
