function hasControlCharacter(text: string): boolean {
  return [...text].some(character => character < ' ' || character === '\u007f')
}

/** Where to go after signing in: a path of ours that starts with exactly one slash, else the dashboard. */
export function safeNext(next: string | undefined): string {
  const fallback = '/dashboard'
  if (!next?.startsWith('/')) return fallback
  // Browsers read a backslash as a slash and drop control characters, so both could smuggle a host in.
  if (next.includes('\\') || hasControlCharacter(next)) return fallback
  let decoded: string
  try {
    decoded = decodeURIComponent(next)
  } catch {
    return fallback
  }
  if (decoded.startsWith('//') || decoded.startsWith('/\\')) return fallback
  const url = new URL(next, window.location.origin)
  if (url.origin !== window.location.origin) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
