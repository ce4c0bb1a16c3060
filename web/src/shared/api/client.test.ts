import { describe, expect, it, vi } from 'vitest'
import { type Answer, stubServer } from '@/test/server'
import { api, newIdempotencyKey } from './client'
import { ApiProblem } from './problem'

function setCsrfCookie(value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in jsdom.
  document.cookie = `XSRF-TOKEN=${value}; Path=/`
}

const noSession: Answer = { status: 401, body: { status: 401, code: 'not-signed-in' } }

async function problemOf(work: Promise<unknown>): Promise<ApiProblem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiProblem)) throw new Error(`expected a problem, got ${String(error)}`)
  return error
}

describe('the CSRF token', () => {
  it('goes from the cookie into the header of what changes something', async () => {
    setCsrfCookie('abc%2Fdef')
    const server = stubServer({ 'POST /api/teams': { status: 201, body: { id: 1 } } })
    await api.post('/api/teams', { json: { name: 'Demo Shop' } })
    expect(server.calls).toHaveLength(1)
    expect(server.calls[0]?.headers.get('X-XSRF-TOKEN')).toBe('abc/def')
    expect(server.calls[0]?.headers.get('Content-Type')).toBe('application/json')
  })

  it('is not sent with reading', async () => {
    setCsrfCookie('abc')
    const server = stubServer({ 'GET /api/teams': { body: { items: [] } } })
    await api.get('/api/teams')
    expect(server.calls[0]?.headers.get('X-XSRF-TOKEN')).toBeNull()
  })

  it('is fetched first when there is no cookie', async () => {
    const server = stubServer({
      'GET /api/auth/session': () => {
        setCsrfCookie('fresh')
        return noSession
      },
      'POST /api/auth/sign-in': { body: { id: 'u' } },
    })
    await api.post('/api/auth/sign-in', { json: {} })
    expect(server.calls.map(call => call.path)).toEqual(['/api/auth/session', '/api/auth/sign-in'])
    expect(server.calls[1]?.headers.get('X-XSRF-TOKEN')).toBe('fresh')
  })

  it('is renewed once when the server finds it stale', async () => {
    setCsrfCookie('stale')
    const server = stubServer({
      'GET /api/auth/session': () => {
        setCsrfCookie('fresh')
        return noSession
      },
      'POST /api/teams': ({ headers }) =>
        headers.get('X-XSRF-TOKEN') === 'fresh'
          ? { status: 201, body: { id: 5 } }
          : { status: 403, body: { status: 403, code: 'csrf', title: 'Forbidden' } },
    })
    await expect(api.post('/api/teams', { json: {} })).resolves.toEqual({ id: 5 })
    expect(server.calls.filter(call => call.method === 'POST')).toHaveLength(2)
  })
})

describe('a refusal', () => {
  it('is told with its code, fields and further members', async () => {
    setCsrfCookie('abc')
    stubServer({
      'POST /api/x': {
        status: 422,
        headers: { 'Retry-After': '3' },
        body: {
          type: '/problems/findings',
          title: 'Unprocessable Content',
          status: 422,
          detail: 'The draft has errors.',
          code: 'findings',
          errors: [{ pointer: '/name', detail: 'is missing' }],
          findings: [{ code: 'deadlock' }],
        },
      },
    })
    const problem = await problemOf(api.post('/api/x', { json: {} }))
    expect(problem).toMatchObject({
      status: 422,
      code: 'findings',
      title: 'Unprocessable Content',
      detail: 'The draft has errors.',
      errors: [{ pointer: '/name', detail: 'is missing' }],
      extra: { findings: [{ code: 'deadlock' }] },
      retryAfter: 3,
    })
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'too-many-requests'],
    [502, 'server-error'],
    [418, 'refused'],
  ])('of status %i without a document still has a code', async (status, code) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>no</html>', { status })))
    const problem = await problemOf(api.get('/api/x'))
    expect(problem).toMatchObject({ status, code, errors: [] })
  })

  it('of the network keeps the status 0', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const problem = await problemOf(api.get('/api/x'))
    expect(problem).toMatchObject({ status: 0, code: 'network', detail: 'Failed to fetch' })
  })
})

describe('a request', () => {
  it('leaves empty query parameters away', async () => {
    const server = stubServer({ 'GET /api/x': { body: {} } })
    await api.get('/api/x', { query: { search: '', cursor: null, limit: 5, archived: false } })
    expect(server.calls[0]?.query.toString()).toBe('limit=5&archived=false')
  })

  it('can be repeated under a key of its own', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey())
  })
})
