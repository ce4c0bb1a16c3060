export type FieldError = { pointer: string; detail: string }

type ProblemDocument = {
  status: number
  code: string
  title: string
  detail?: string
  errors?: FieldError[]
  extra?: Record<string, unknown>
  retryAfter?: number
}

/** A refusal of the server (RFC 9457), or code `network` with status 0 when no answer came at all. */
export class ApiProblem extends Error {
  readonly status: number
  /** Stable and in kebab case; what the client decides by, never by a sentence. */
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  /** The members beyond the standard ones, such as `findings` or `completedBy`. */
  readonly extra: Readonly<Record<string, unknown>>
  /** Seconds to wait, when the server said so. */
  readonly retryAfter: number | undefined

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title)
    this.name = 'ApiProblem'
    this.status = document.status
    this.code = document.code
    this.title = document.title
    this.detail = document.detail
    this.errors = document.errors ?? []
    this.extra = document.extra ?? {}
    this.retryAfter = document.retryAfter
  }
}

const STANDARD = new Set(['type', 'title', 'status', 'detail', 'code', 'errors', 'instance'])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(isRecord)
    .map(entry => ({ pointer: text(entry.pointer) ?? '', detail: text(entry.detail) ?? '' }))
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : {}
  } catch {
    // A proxy in between may answer with a page of its own; then the status is all there is to tell.
    return {}
  }
}

function defaultCode(status: number): string {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many-requests'
  return status >= 500 ? 'server-error' : 'refused'
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const members = parsed(await response.text())
  const retryAfter = Number(response.headers.get('Retry-After'))
  return new ApiProblem({
    status: response.status,
    code: text(members.code) ?? defaultCode(response.status),
    title: text(members.title) ?? (response.statusText || String(response.status)),
    detail: text(members.detail),
    errors: fieldErrors(members.errors),
    extra: Object.fromEntries(Object.entries(members).filter(([name]) => !STANDARD.has(name))),
    retryAfter: retryAfter > 0 ? retryAfter : undefined,
  })
}

export function networkProblem(cause: unknown): ApiProblem {
  const detail = cause instanceof Error ? cause.message : undefined
  return new ApiProblem({ status: 0, code: 'network', title: 'Network', detail })
}

/** Everything a caller may catch, as a problem to show: a bug in the client keeps its message. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem({
    status: 0,
    code: 'client-error',
    title: 'Error',
    detail: error instanceof Error ? error.message : String(error),
  })
}

export function hasCode(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}
