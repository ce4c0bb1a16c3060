import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** A file beside the web client: its words are compared with the codes of the server, its layout tried on diagrams. */
export function fileOfProject(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** All files of one package of the server. */
export function javaPackage(path: string): string {
  return readdirSync(join(ROOT, path))
    .filter(name => name.endsWith('.java'))
    .map(name => fileOfProject(`${path}/${name}`))
    .join('\n')
}

/** What the first group of a pattern finds, each once. */
export function found(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, text = '']) => text))].sort()
}
