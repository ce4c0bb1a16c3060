import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

type Edge = { from: string; to: string }

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return join(dirname(file), specifier)
  return undefined
}

function edges(): Edge[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const from = path.replace('./', '')
    const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    return specifiers.flatMap(([, specifier]) => {
      const to = resolve(from, specifier ?? '')
      return to ? [{ from, to }] : []
    })
  })
}

const featureOf = (path: string) => /^features\/([^/]+)/.exec(path)?.[1]
const all = edges()

describe('the layers', () => {
  it('are read at all', () => {
    expect(all.length).toBeGreaterThan(100)
  })

  it('keep features apart from each other and from the app', () => {
    const wrong = all.filter(({ from, to }) => {
      const own = featureOf(from)
      if (!own) return false
      return to.startsWith('app/') || (featureOf(to) !== undefined && featureOf(to) !== own)
    })
    expect(wrong).toEqual([])
  })

  it('keep shared parts free of features and the app', () => {
    const wrong = all.filter(
      ({ from, to }) => from.startsWith('shared/') && /^(app|features)\//.test(to),
    )
    expect(wrong).toEqual([])
  })
})
