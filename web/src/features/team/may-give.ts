import type { Role, Team } from '@/shared/api/types'

/** Nobody gives a page they lack, and only owners make owners; the server decides the same. */
export function mayGive(team: Team, role: Role): boolean {
  if (team.owner) return true
  return !role.owner && role.allowedPages.every(page => team.pages.includes(page))
}
