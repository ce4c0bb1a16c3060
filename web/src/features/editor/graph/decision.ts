import { type NodeData, textAt, withMember } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'

export const OPERATORS = ['==', '!=', '>', '>=', '<', '<='] as const

export type Operator = (typeof OPERATORS)[number]

/** Two values, each with placeholders, and how they are compared; empty as long as nothing is chosen. */
export type Comparison = { value1: string; comparison: string; value2: string }

/** The comparison in the settings of an object. */
export function comparisonAt(data: NodeData, prefix = ''): Comparison {
  const at = (name: string) => textAt(data, prefix + name)
  return { value1: at('value1'), comparison: at('comparison'), value2: at('value2') }
}

export function withComparison(
  data: NodeData,
  changes: Partial<Comparison>,
  prefix = '',
): NodeData {
  return Object.entries(changes).reduce(
    (next, [name, text]) => withMember(next, prefix + name, text),
    data,
  )
}

const OTHER_SIGNS: Readonly<Record<string, Operator>> = {
  '=': '==',
  '<>': '!=',
  eq: '==',
  ne: '!=',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
}

const PART = String.raw`"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|-?\d+(?:\.\d+)?`
const SIGN = String.raw`==|!=|<>|>=|<=|=|>|<|\b(?:eq|ne|gt|ge|lt|le)\b`
const ONE_COMPARISON = new RegExp(`^(${PART})\\s*(${SIGN})\\s*(${PART})$`, 'u')

/** A condition that is one comparison of two values; undefined for what says more than that. */
export function comparisonIn(text: string): Comparison | undefined {
  const bare = text
    .trim()
    .replace(/^[$#]\{([\s\S]*)\}$/, '$1')
    .replace(/^=(?!=)/, '')
  const [, value1, sign, value2] = ONE_COMPARISON.exec(bare.trim()) ?? []
  if (value1 === undefined || sign === undefined || value2 === undefined) return undefined
  return { value1: shown(value1), comparison: OTHER_SIGNS[sign] ?? sign, value2: shown(value2) }
}

/** As the fields show it: a name as its placeholder, a text without its quotes. */
function shown(part: string): string {
  if (part.startsWith('"')) return JSON.parse(part) as string
  return /^(-?\d|true$|false$)/.test(part) ? part : `{${part}}`
}

/** The flow taken when the comparison holds: the one that is not the default. */
export function trueFlowOf(gateway: Drawn, ways: readonly Drawn[]): Drawn | undefined {
  const standard = gateway.businessObject.get('default') as Moddle | undefined
  const conditioned = ways.find(way => way.businessObject.get('conditionExpression'))
  if (standard) return ways.find(way => way.businessObject !== standard)
  return conditioned ?? ways[0]
}

function operand(text: string): string {
  const variable = /^\{([^{}]+)\}$/.exec(text.trim())
  if (variable?.[1]) return variable[1]
  return /^-?\d+(\.\d+)?$|^(true|false)$/.test(text.trim()) ? text.trim() : JSON.stringify(text)
}

/** The comparison as other tools write a flow's condition; empty while a part is missing. */
export function conditionExpression({ value1, comparison, value2 }: Comparison): string {
  if (value1 === '' || value2 === '') return ''
  return `\${${operand(value1)} ${comparison || '=='} ${operand(value2)}}`
}

/** What a flow is called: its own name, else where it leads. */
export function flowName(flow: Drawn): string {
  return flow.businessObject.name?.trim() || flow.target?.businessObject.name?.trim() || ''
}
