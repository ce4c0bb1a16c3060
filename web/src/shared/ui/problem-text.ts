import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '@/shared/api/problem'

/** The refusals that have words of their own; everything else is told by its kind. */
const TOLD = {
  network: 'problem.network',
  'client-error': 'problem.clientError',
  unauthorized: 'problem.unauthorized',
  'not-signed-in': 'problem.unauthorized',
  forbidden: 'problem.forbidden',
  'page-missing': 'problem.pageMissing',
  'not-yours-to-give': 'problem.notYoursToGive',
  'owner-only': 'problem.ownerOnly',
  'owner-role': 'problem.ownerRole',
  'email-not-verified': 'problem.emailNotVerified',
  'not-found': 'problem.notFound',
  'too-many-requests': 'problem.tooManyRequests',
  'server-error': 'problem.serverError',
  'owns-teams': 'problem.ownsTeams',
  'email-taken': 'problem.emailTaken',
  'username-taken': 'problem.usernameTaken',
  'name-taken': 'problem.nameTaken',
  'wrong-credentials': 'problem.wrongCredentials',
  'wrong-password': 'problem.wrongPassword',
  'sign-in-again': 'problem.signInAgain',
  'link-over': 'problem.linkOver',
  'already-member': 'problem.alreadyMember',
  'already-invited': 'problem.alreadyInvited',
  'invitation-used': 'problem.invitationUsed',
  'invitation-expired': 'problem.invitationExpired',
  'inviter-lost-right': 'problem.inviterLostRight',
  owner: 'problem.ownerMustHandOver',
  'role-in-use': 'problem.roleInUse',
  'already-completed': 'problem.alreadyCompleted',
  claimed: 'problem.claimed',
  'on-hold': 'problem.onHold',
  'stale-draft': 'problem.staleDraft',
  'not-published': 'problem.notPublished',
} as const

type ToldCode = keyof typeof TOLD

function isTold(code: string): code is ToldCode {
  return code in TOLD
}

function kindOf(status: number) {
  if (status === 403) return 'problem.forbidden' as const
  if (status === 404) return 'problem.notFound' as const
  if (status === 409) return 'problem.conflict' as const
  if (status === 422 || status === 400) return 'problem.invalid' as const
  if (status >= 500) return 'problem.serverError' as const
  return 'problem.other' as const
}

/** A problem in the reader's language; the server's own sentence is the detail where ours says less. */
export function usePublicText(problem: ApiProblem): { title: string; detail: string | undefined } {
  const { t } = useTranslation()
  if (isTold(problem.code)) return { title: t(TOLD[problem.code]), detail: undefined }
  return { title: t(kindOf(problem.status)), detail: problem.detail }
}
