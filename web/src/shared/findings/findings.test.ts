import { describe, expect, it } from 'vitest'
import { fileOfProject, found, javaPackage } from '@/test/project-files'
import de from '../i18n/locales/de/findings.json'
import en from '../i18n/locales/en/findings.json'
import sr from '../i18n/locales/sr/findings.json'
import { groupBySeverity, isBehavioural } from './findings'

const BPMN = 'bpmn/src/main/java/io/processflow/bpmn'
const MODEL = 'server/src/main/java/io/processflow/server/model'
const source = fileOfProject(`${BPMN}/FindingCode.java`)
const compiler = javaPackage(BPMN)

/** What only the server finds, beside the behaviour. */
const CHECKS = [
  ...found(fileOfProject(`${MODEL}/NodeChecks.java`), /error\(\s*"([\w-]+)"/g),
  'shared-end',
  'undecided',
]

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
    expect(CHECKS).toContain('bad-url')
    expect([...codes.keys(), ...BEHAVIOUR, ...CHECKS].filter(code => !sentences[code])).toEqual([])
  })

  it('says what the server says, argument by argument', () => {
    for (const [code, sentence] of codes) {
      const told = placeholders(sentences[code] ?? '', /{{(\w+)}}/g)
      expect([code, told]).toEqual([code, placeholders(sentence, /{(\w+)}/g)])
    }
  })
})

/** The words the compiler puts into its sentences: written after the argument's name, or made of an event's definition. */
const WORDS = [
  ...found(compiler, /"(?:trigger|reason|effect|end|direction)",\s*"([^"]+)"/g),
  ...found(compiler, /"option",\s*"([^"]+)"/g),
  ...found(compiler, /missing\(\w+, (?:[^"]*"badgeType"\) \? )?"([^"]+)"/g),
  ...found(fileOfProject(`${BPMN}/Triggers.java`), /-> "(an? \w[^"]*)"/g),
]

/** The kinds of elements in words, as the compiler makes them of their names in BPMN. */
const KINDS = found(fileOfProject(`${BPMN}/Names.java`), /^ {12}"(\w+)"/gm).map(name =>
  name
    .replace('subProcess', 'sub-process')
    .replace('SubProcess', ' sub-process')
    .replace('adHoc ', 'ad-hoc ')
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase(),
)

describe.each([
  ['de', de],
  ['en', en],
  ['sr', sr],
])('words in findings in %s', (_, words) => {
  const told: Record<string, string> = words.word
  const kinds: Record<string, string> = words.kind

  it('has every word the compiler uses', () => {
    expect(WORDS).toEqual(expect.arrayContaining(['a message', 'leave', 'choices', 'a badge']))
    expect(WORDS.filter(word => !told[word])).toEqual([])
  })

  it('has a word for every kind of element', () => {
    expect(KINDS).toEqual(expect.arrayContaining(['ad-hoc sub-process', 'start event']))
    expect(KINDS.filter(kind => !kinds[kind])).toEqual([])
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
