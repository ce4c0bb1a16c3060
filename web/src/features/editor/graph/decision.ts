import { type NodeData, textAt, withMember } from '@/shared/diagram/data'
import type { Drawn, Moddle } from '@/shared/diagram/model'
import { readCondition, type Token, wordsOf } from './condition-text'

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

const SIGNS: ReadonlyMap<string, Operator> = new Map([
  ...OPERATORS.map(sign => [sign, sign] as const),
  ['=', '=='],
  ['<>', '!='],
  ['eq', '=='],
  ['ne', '!='],
  ['gt', '>'],
  ['ge', '>='],
  ['lt', '<'],
  ['le', '<='],
])

/** A condition that is one comparison of two values; undefined for what says more than that. */
export function comparisonIn(text: string): Comparison | undefined {
  if (!readCondition(text)) return undefined
  const [left, sign, right, more] = wordsOf(text)?.tokens ?? []
  const comparison = sign && sign.kind !== 'text' ? SIGNS.get(sign.text) : undefined
  if (!left || !comparison || !right || more) return undefined
  return { value1: shown(left), comparison, value2: shown(right) }
}

/** As the fields show it: a name as its placeholder, a text without its quotes. */
function shown({ kind, text }: Token): string {
  if (kind === 'text') return text.slice(1, -1)
  return kind === 'word' && !/^(true|false)$/i.test(text) ? `{${text}}` : text
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
  if (/^-?\d+(\.\d+)?$|^(true|false)$/.test(text.trim())) return text.trim()
  // A text knows no escapes: what it holds chooses its quotes.
  return text.includes('"') ? `'${text}'` : `"${text}"`
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
