import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import de from '../i18n/locales/de/findings.json'
import en from '../i18n/locales/en/findings.json'
import sr from '../i18n/locales/sr/findings.json'
import { groupBySeverity, isBehavioural } from './findings'

const FILE = '../../../../bpmn/src/main/java/io/processflow/bpmn/FindingCode.java'
const source = readFileSync(fileURLToPath(new URL(FILE, import.meta.url)), 'utf8')

/** The codes of the server's enum, each with the sentence it has there. */
function codesOfServer(): Map<string, string> {
  const constant =
    /^\s+[A-Z0-9_]+\(\s*"([\w-]+)",\s*Severity\.\w+,\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+)\)/gm
  const codes = new Map<string, string>()
  for (const [, code = '', literals = ''] of source.matchAll(constant)) {
    const parts = [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part)
    codes.set(code, parts.join(''))
  }
  return codes
}

const BEHAVIOUR = [
  'deadlock',
  'lack-of-synchronisation',
  'dead-node',
  'livelock',
  'write-conflict',
  'unset-variable',
]

function placeholders(sentence: string, pattern: RegExp): string[] {
  return [...new Set([...sentence.matchAll(pattern)].map(([, name = '']) => name))].sort()
}

const languages: [string, Record<string, string>][] = [
  ['de', de.code],
  ['en', en.code],
  ['sr', sr.code],
]

describe.each(languages)('findings in %s', (_, sentences) => {
  const codes = codesOfServer()

  it('has words for every code of the server', () => {
    expect(codes.size).toBe(source.match(/^ {4}[A-Z0-9_]+\(/gm)?.length)
    expect([...codes.keys(), ...BEHAVIOUR, 'shared-end'].filter(code => !sentences[code])).toEqual(
      [],
    )
  })

  it('says what the server says, argument by argument', () => {
    for (const [code, sentence] of codes) {
      const told = placeholders(sentences[code] ?? '', /{{(\w+)}}/g)
      expect([code, told]).toEqual([code, placeholders(sentence, /{(\w+)}/g)])
    }
  })
})

it('says in English exactly what the server says', () => {
  const sentences: Record<string, string> = en.code
  for (const [code, sentence] of codesOfServer()) {
    expect(sentences[code]?.replace(/{{(\w+)}}/g, '{$1}')).toBe(sentence)
  }
})

it('puts the gravest findings first and knows which ones were found by playing', () => {
  const finding = (code: string, severity: 'info' | 'error') => ({
    code,
    severity,
    elementId: null,
    message: code,
    arguments: {},
    run: [],
  })
  const groups = groupBySeverity([finding('N-task', 'info'), finding('no-role', 'error')])
  expect(groups.map(group => group.severity)).toEqual(['error', 'info'])
  expect(BEHAVIOUR.filter(code => !isBehavioural(finding(code, 'error')))).toEqual([])
  expect(isBehavioural(finding('shared-end', 'info'))).toBe(false)
  expect(isBehavioural(finding('no-role', 'error'))).toBe(false)
})
