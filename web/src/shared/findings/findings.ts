import type { Finding, FindingSeverity } from '@/shared/api/types'

/** The order people should look at them. */
export const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'stand-in', 'info']

const BEHAVIOUR: ReadonlySet<string> = new Set([
  'deadlock',
  'lack-of-synchronisation',
  'dead-node',
  'livelock',
  'write-conflict',
  'unset-variable',
])

/** Found by playing the process, not by reading the drawing. */
export function isBehavioural(finding: Finding): boolean {
  return BEHAVIOUR.has(finding.code)
}

export type FindingGroup = { severity: FindingSeverity; findings: Finding[] }

export function groupBySeverity(findings: readonly Finding[]): FindingGroup[] {
  return SEVERITIES.map(severity => ({
    severity,
    findings: findings.filter(finding => finding.severity === severity),
  })).filter(group => group.findings.length > 0)
}

/** A key for a list; two findings of one code at one element differ in what they say. */
export function findingKey(finding: Finding): string {
  return `${finding.code} ${finding.elementId ?? ''} ${finding.message}`
}
