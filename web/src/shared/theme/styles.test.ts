import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>(['../../**/*.tsx', '!../../**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const styles = import.meta.glob<string>('./styles.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function partsInUse(): string[] {
  const imports = Object.values(sources).flatMap(source => [
    ...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ])
  const names = imports.flatMap(([, list]) => (list ?? '').split(','))
  return [...new Set(names.map(name => name.trim()).filter(name => /^[A-Z]\w+$/.test(name)))]
}

describe('the styles of Mantine’s parts', () => {
  it('are all loaded that a screen needs', () => {
    const loaded = styles['./styles.ts'] ?? ''
    const parts = partsInUse()
    expect(parts).toContain('Button')
    const missing = parts.filter(part => {
      const path = `@mantine/core/styles/${part}.layer.css`
      return existsSync(`node_modules/${path}`) && !loaded.includes(path)
    })
    expect(missing).toEqual([])
  })
})
