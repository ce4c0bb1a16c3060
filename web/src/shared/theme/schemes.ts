import type { ColorScheme } from '@/shared/api/types'

export type SchemeName = 'indigo' | 'green' | 'amber' | 'red' | 'pink' | 'teal' | 'slate'

export type NamedScheme = ColorScheme & { name: SchemeName }

/** The colour schemes a team can choose from. */
export const SCHEMES: readonly NamedScheme[] = [
  { name: 'indigo', from: '#4F5BD5', to: '#7C5CE0' },
  { name: 'green', from: '#14803C', to: '#2FB67C' },
  { name: 'amber', from: '#B45309', to: '#E0A21B' },
  { name: 'red', from: '#C2362B', to: '#E8705A' },
  { name: 'pink', from: '#BE2F7B', to: '#E46FB0' },
  { name: 'teal', from: '#0F766E', to: '#31B5A6' },
  { name: 'slate', from: '#475569', to: '#7B8CA3' },
]

export const DEFAULT_SCHEME: NamedScheme = { name: 'indigo', from: '#4F5BD5', to: '#7C5CE0' }
