/** Where a text names a variable: the name alone, without braces. */
export type Span = { name: string; from: number; to: number }

const NAME = String.raw`\p{L}[\p{L}\p{Nd}_.\-]*`
const WELL_FORMED = new RegExp(`^${NAME}$`, 'u')
const PLACEHOLDER = new RegExp(String.raw`\{(${NAME})\}`, 'gu')
const POINTS: ReadonlySet<string> = new Set(['Experience', 'Coins'])

/** Letters, digits, `_`, `-` and `.`, a letter first. */
export function isWellFormed(name: string): boolean {
  return WELL_FORMED.test(name)
}

/** The points of the person concerned and the team's secrets, which are written like variables. */
export function isReserved(name: string): boolean {
  return POINTS.has(name) || name.startsWith('secret.')
}

export function holdsPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) >= 0
}

/** The variables that a text names as `{name}`. There is no way to write a brace that means itself. */
export function placeholdersIn(text: string): Span[] {
  return [...text.matchAll(PLACEHOLDER)]
    .map(({ 1: name = '', index }) => ({ name, from: index + 1, to: index + 1 + name.length }))
    .filter(({ name }) => !isReserved(name))
}

/** The text with one variable under another name. */
export function withName(text: string, spans: readonly Span[], from: string, to: string): string {
  return spans
    .filter(({ name }) => name === from)
    .toSorted((one, other) => other.from - one.from)
    .reduce((changed, span) => changed.slice(0, span.from) + to + changed.slice(span.to), text)
}
