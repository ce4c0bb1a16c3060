import { vi } from 'vitest'

export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }
export type Call = {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}
type Handler = Answer | ((call: Call) => Answer)

function responseOf({ status = 200, body, headers }: Answer): Response {
  const empty = body === undefined || status === 204
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  return new Response(empty ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, ...headers },
  })
}

function callOf(input: string, init: RequestInit | undefined): Call {
  const url = new URL(input)
  const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
  return {
    method: init?.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(init?.headers),
    body,
  }
}

/**
 * Stands in for the network: answers by "METHOD /path", and remembers what was asked. What no answer is written for
 * gives 404, as the real one does.
 */
export function stubServer(handlers: Record<string, Handler>) {
  const calls: Call[] = []
  const stub = vi.fn((input: string, init?: RequestInit) => {
    const call = callOf(input, init)
    calls.push(call)
    const handler = handlers[`${call.method} ${call.path}`]
    const missing = { status: 404, body: { status: 404, title: 'Not Found', code: 'not-found' } }
    const answer = typeof handler === 'function' ? handler(call) : (handler ?? missing)
    return Promise.resolve(responseOf(answer))
  })
  vi.stubGlobal('fetch', stub)
  const last = (method: string, path: string) =>
    calls.findLast(call => call.method === method && call.path === path)
  return { calls, last, handlers }
}
