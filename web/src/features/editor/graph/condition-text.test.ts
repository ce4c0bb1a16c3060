import { expect, it } from 'vitest'
import { fileOfProject } from '@/test/project-files'
import { isConditionWord, readCondition } from './condition-text'

const SERVER = fileOfProject('bpmn/src/test/java/io/processflow/bpmn/ConditionTextTest.java')

/** The texts of the server's own test between two of its words. */
function textsBetween(begin: string, end: string): string[] {
  const part = SERVER.slice(SERVER.indexOf(begin), SERVER.indexOf(end))
  return [...part.matchAll(/^ *("(?:[^"\\]|\\.)*")/gm)].map(
    ([, literal = '']) => JSON.parse(literal) as string,
  )
}

const READ = textsBetween('@CsvSource', 'void readsComparisonsOfManyTools').map(row =>
  row.split('; '),
)
const NOT_READ = textsBetween('@ValueSource', 'void whatIsNoComparisonIsNotRead')

const names = (text: string) => readCondition(text)?.variables.map(({ name }) => name)

it('knows the conditions that the server is tested with', () => {
  expect(READ.length).toBeGreaterThan(15)
  expect(NOT_READ.length).toBeGreaterThan(15)
})

it.each(READ)('reads the variables of %s, which the server reads as %s', (text, understood) => {
  const variables = [...understood.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
  expect(names(text)).toEqual(variables)
})

it.each(NOT_READ)('does not read %s', text => {
  expect(readCondition(text)).toBeUndefined()
})

it('reads nothing that is nested too deep or too long', () => {
  expect(names(`${'('.repeat(40)}a > 1${')'.repeat(40)}`)).toEqual(['a'])
  expect(names(`${'('.repeat(900)}a > 1${')'.repeat(900)}`)).toBeUndefined()
  expect(names(`${'not '.repeat(400)}a`)).toBeUndefined()
  expect(names(`${'a > 1 and '.repeat(1_000)}a > 1`)).toBeUndefined()
})

it('reads no variable in quotes, and none where points are meant', () => {
  expect(names('status == "amount"')).toEqual(['status'])
  expect(names(`\${Experience > 5}`)).toEqual([])
})

it('tells where each name stands, a name of several words as a whole', () => {
  const text = ` \${Service  Level == "Level" and Level > 2}`
  const spans = readCondition(text)?.variables ?? []
  expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(['Service  Level', 'Level'])
  expect(spans.map(({ name }) => name)).toEqual(['Service_Level', 'Level'])
})

it('marks a lone word, which may be a label, and says whether it is written as an expression', () => {
  expect([...(readCondition('yes')?.bare ?? [])]).toEqual(['yes'])
  expect(readCondition('yes')?.marked).toBe(false)
  expect(readCondition(`\${yes}`)?.marked).toBe(true)
  expect(readCondition('=yes')?.marked).toBe(true)
})

it('knows the words that no variable can be called in a condition', () => {
  expect(['and', 'NOT', 'true', 'gt'].every(isConditionWord)).toBe(true)
  expect(isConditionWord('android')).toBe(false)
})
