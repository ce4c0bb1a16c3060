import type { Drawn, Moddle } from '@/shared/diagram/model'

export type Comparison = { value1: string; comparison: string; value2: string }

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
