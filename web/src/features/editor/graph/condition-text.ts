import { holdsPlaceholder, isReserved, isWellFormed, type Span } from './placeholders'

/** A condition as the server reads it. */
export type ReadCondition = {
  /** The variables it reads, where they stand. */
  variables: Span[]
  /** Those that it reads without comparing them, as in `approved`. */
  bare: ReadonlySet<string>
  /** Whether it is written as an expression, `${…}` or `=…`, so that a lone word is no label. */
  marked: boolean
}

type Kind = 'text' | 'number' | 'word' | 'symbol'
export type Token = { kind: Kind; text: string; from: number; to: number }
type Operand = { kind: 'value' | 'truth' } | { kind: 'variable'; name: string }

const LONGEST = 2_000
const DEEPEST = 50
const SPACE = /[ \t\n\v\f\r\u00a0]+/y
const TOKEN =
  /(?<text>"[^"\\]*"|'[^'\\]*')|(?<number>-?\d{1,30}(?:\.\d{1,30})?)(?![\w.-])|(?<word>[\p{L}_][\p{L}\p{N}_.-]*)|(?<symbol>==|!=|<>|>=|<=|&&|\|\||[=<>!()])/uy
const KINDS = ['text', 'number', 'word', 'symbol'] as const
const COMPARISONS: ReadonlySet<string> = new Set(
  '== = eq != <> ne > gt >= ge < lt <= le'.split(' '),
)
const OWN_WORDS: ReadonlySet<string> = new Set(
  'true false null and or not eq ne gt ge lt le'.split(' '),
)

/** Whether a word means something else than a variable in a condition. */
export function isConditionWord(name: string): boolean {
  return OWN_WORDS.has(name.toLowerCase())
}

/** Reads a condition by the server's rules; undefined for a text that is no comparison, such as a label. */
export function readCondition(text: string): ReadCondition | undefined {
  const words = wordsOf(text)
  return words && new Reader(words.tokens).read(words.marked)
}

/** The words of a condition, and whether it is written as an expression; undefined when it can not be one. */
export function wordsOf(text: string): { tokens: Token[]; marked: boolean } | undefined {
  const stripped = text.replace(/^[ \t\n\v\f\r\u00a0]+|[ \t\n\v\f\r\u00a0]+$/g, '')
  if (stripped.length > LONGEST) return undefined
  const { begin, end } = unwrapped(stripped)
  const tokens = split(text, text.indexOf(stripped) + begin, text.indexOf(stripped) + end)
  return tokens && { tokens, marked: begin > 0 }
}

function unwrapped(text: string): { begin: number; end: number } {
  if (/^[$#]\{/.test(text) && text.endsWith('}')) return { begin: 2, end: text.length - 1 }
  return { begin: /^=(?!=)/.test(text) ? 1 : 0, end: text.length }
}

/** Undefined when the text holds something that is no word of a condition. */
function split(text: string, begin: number, end: number): Token[] | undefined {
  const within = text.slice(0, end)
  const tokens: Token[] = []
  for (let at = begin; at < end; ) {
    SPACE.lastIndex = TOKEN.lastIndex = at
    if (SPACE.test(within)) {
      at = SPACE.lastIndex
      continue
    }
    const found = TOKEN.exec(within)
    const kind = KINDS.find(each => found?.groups?.[each] !== undefined)
    if (!found || !kind) return undefined
    at += found[0].length
    tokens.push({ kind, text: found[0], from: found.index, to: at })
  }
  return tokens.length > 0 ? tokens : undefined
}

/** Follows the grammar; each part says whether it could be read. */
class Reader {
  private readonly variables: Span[] = []
  private readonly bare = new Set<string>()
  private at = 0
  private depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  read(marked: boolean): ReadCondition | undefined {
    if (!this.or() || this.at < this.tokens.length) return undefined
    const variables = this.variables.filter(({ name }) => !isReserved(name))
    return { variables, bare: this.bare, marked }
  }

  private or(): boolean {
    return this.chain('or', '||', () => this.chain('and', '&&', () => this.not()))
  }

  private chain(word: string, symbol: string, part: () => boolean): boolean {
    if (!part()) return false
    while (this.isWord(word, symbol)) {
      this.at++
      if (!part()) return false
    }
    return true
  }

  private not(): boolean {
    this.depth++
    const isRead = this.depth <= DEEPEST && this.negatedOrGrouped()
    this.depth--
    return isRead
  }

  private negatedOrGrouped(): boolean {
    if (this.isWord('not', '!')) {
      this.at++
      return this.not()
    }
    if (!this.is('(')) return this.comparison()
    this.at++
    if (!this.or() || !this.is(')')) return false
    this.at++
    return true
  }

  private comparison(): boolean {
    const left = this.operand()
    if (!left) return false
    const next = this.tokens[this.at]
    if (next && next.kind !== 'text' && COMPARISONS.has(next.text)) {
      this.at++
      return this.operand() !== undefined
    }
    if (left.kind === 'variable') this.bare.add(left.name)
    return left.kind !== 'value'
  }

  private operand(): Operand | undefined {
    const token = this.tokens[this.at++]
    switch (token?.kind) {
      case 'text':
        return holdsPlaceholder(token.text) ? undefined : { kind: 'value' }
      case 'number':
        return { kind: 'value' }
      case 'word':
        return /^(true|false)$/i.test(token.text) ? { kind: 'truth' } : this.variable(token)
      default:
        return undefined
    }
  }

  /** Words side by side are one name: `Some name` is the variable `Some_name`. */
  private variable(first: Token): Operand | undefined {
    const words = [first]
    for (let next = this.namePart(); next; next = this.namePart()) {
      words.push(next)
      this.at++
    }
    const name = words.map(({ text }) => text).join('_')
    if (!isWellFormed(name) || first.text === 'null') return undefined
    this.variables.push({ name, from: first.from, to: words.at(-1)?.to ?? first.to })
    return { kind: 'variable', name }
  }

  private namePart(): Token | undefined {
    const token = this.tokens[this.at]
    const isName =
      token?.kind === 'word' && !COMPARISONS.has(token.text) && !/^(and|or)$/i.test(token.text)
    return isName ? token : undefined
  }

  private is(symbol: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'symbol' && token.text === symbol
  }

  private isWord(word: string, symbol: string): boolean {
    const token = this.tokens[this.at]
    return this.is(symbol) || (token?.kind === 'word' && token.text.toLowerCase() === word)
  }
}
