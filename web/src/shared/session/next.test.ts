import { describe, expect, it } from 'vitest'
import { safeNext } from './next'

describe('safeNext', () => {
  it.each(['/teams/4/tasks?task=7', '/settings', '/dashboard#top', '/invitations/3?token=abc'])(
    'keeps the local path %s',
    path => {
      expect(safeNext(path)).toBe(path)
    },
  )

  it.each([
    undefined,
    '',
    'dashboard',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%5cevil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /dashboard',
    '/%E0%A4%A',
    './/evil.example',
    '/\u0000/evil.example',
  ])('sends %j to the dashboard', spelling => {
    expect(safeNext(spelling)).toBe('/dashboard')
  })
})
