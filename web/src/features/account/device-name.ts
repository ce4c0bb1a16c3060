const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//, 'curl'],
]

const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

function firstMatch(names: readonly [RegExp, string][], text: string): string | undefined {
  return names.find(([pattern]) => pattern.test(text))?.[1]
}

/** What a person would call a device, told from the browser's own description. */
export function deviceOf(userAgent: string | null): { browser?: string; system?: string } {
  const text = userAgent ?? ''
  const browser = firstMatch(BROWSERS, text)
  const system = firstMatch(SYSTEMS, text)
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) }
}
