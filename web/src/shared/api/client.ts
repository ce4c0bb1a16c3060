import { ApiProblem, networkProblem, problemOf } from './problem'

type Query = Record<string, string | number | boolean | null | undefined>

export type RequestOptions = {
  query?: Query
  /** Sent as JSON; for XML use `xml`. */
  json?: unknown
  xml?: string | Blob
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Goes on when the page that asked goes away. */
  keepalive?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const CSRF_COOKIE = 'XSRF-TOKEN'
const CSRF_HEADER = 'X-XSRF-TOKEN'

function csrfToken(): string | undefined {
  const entry = document.cookie.split('; ').find(part => part.startsWith(`${CSRF_COOKIE}=`))
  return entry ? decodeURIComponent(entry.slice(CSRF_COOKIE.length + 1)) : undefined
}

function address(path: string, query: Query | undefined): string {
  const url = new URL(path, window.location.origin)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '')
      url.searchParams.set(name, String(value))
  }
  return url.toString()
}

async function exchange(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw networkProblem(cause)
  }
}

/** The session endpoint hands out the CSRF cookie, with and without a session. */
async function fetchCsrfToken(): Promise<string | undefined> {
  await exchange(address('/api/auth/session', undefined), { method: 'GET' })
  return csrfToken()
}

function bodyOf(options: RequestOptions): { body?: BodyInit; contentType?: string } {
  if (options.xml !== undefined) return { body: options.xml, contentType: 'application/xml' }
  if (options.json !== undefined) {
    return { body: JSON.stringify(options.json), contentType: 'application/json' }
  }
  return {}
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers(options.headers)
  const { body, contentType } = bodyOf(options)
  if (contentType) headers.set('Content-Type', contentType)
  if (!headers.has('Accept')) headers.set('Accept', 'application/json, application/problem+json')
  if (method !== 'GET') {
    const token = csrfToken() ?? (await fetchCsrfToken())
    if (token) headers.set(CSRF_HEADER, token)
  }
  const { query, signal, keepalive } = options
  return exchange(address(path, query), { method, headers, body, signal, keepalive })
}

function isStaleCsrf(problem: ApiProblem): boolean {
  return problem.status === 403 && problem.code.startsWith('csrf')
}

/** One request; every answer that is not 2xx is thrown as an {@link ApiProblem}. */
export async function request(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  const response = await send(method, path, options)
  if (response.ok) return response
  const problem = await problemOf(response)
  if (!isStaleCsrf(problem)) throw problem
  // The cookie may be older than the session: a fresh one, and once more.
  await fetchCsrfToken()
  const again = await send(method, path, options)
  if (again.ok) return again
  throw await problemOf(again)
}

async function json<T>(method: Method, path: string, options?: RequestOptions): Promise<T> {
  const response = await request(method, path, options)
  const body = await response.text()
  if (body === '') throw new ApiProblem({ status: 0, code: 'client-error', title: 'Empty answer' })
  return JSON.parse(body) as T
}

async function nothing(method: Method, path: string, options?: RequestOptions): Promise<void> {
  await request(method, path, options)
}

/** Typed access to the API: `get`, `post`, … expect JSON back, `send…` expect nothing. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => json<T>('GET', path, options),
  post: <T>(path: string, options?: RequestOptions) => json<T>('POST', path, options),
  put: <T>(path: string, options?: RequestOptions) => json<T>('PUT', path, options),
  patch: <T>(path: string, options?: RequestOptions) => json<T>('PATCH', path, options),
  sendPost: (path: string, options?: RequestOptions) => nothing('POST', path, options),
  sendPut: (path: string, options?: RequestOptions) => nothing('PUT', path, options),
  sendDelete: (path: string, options?: RequestOptions) => nothing('DELETE', path, options),
}

/** A key that lets the server recognise a repeated command; works without a secure context, too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
