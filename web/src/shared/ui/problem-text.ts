import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type ApiProblem, asProblem } from '@/shared/api/problem'
import { fieldErrors } from './problem-fields'

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
  'variable-not-allowed': 'problem.variableNotAllowed',
  'variable-too-large': 'problem.variableTooLarge',
  'variables-too-large': 'problem.variablesTooLarge',
  'too-large': 'problem.tooLarge',
  'not-well-formed': 'problem.notWellFormed',
  doctype: 'problem.doctype',
  'too-deep': 'problem.tooDeep',
  'not-bpmn': 'problem.notBpmn',
  'no-flow-node': 'problem.noFlowNode',
  'id-too-long': 'problem.idTooLong',
  'duplicate-id': 'problem.duplicateId',
  'gateway-cycle': 'problem.gatewayCycle',
  'dangling-reference': 'problem.danglingReference',
  'flow-between-processes': 'problem.flowBetweenProcesses',
  'flow-across-border': 'problem.flowAcrossBorder',
  archived: 'problem.archived',
} as const

type ToldCode = keyof typeof TOLD

/** Whether a refusal has words of its own. */
export function isTold(code: string): code is ToldCode {
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

export type PublicText = { title: string; detail: string | undefined }

/** A problem in the reader's language; the server's own sentence is the detail where ours says less. */
export function publicText(t: TFunction<'common'>, problem: ApiProblem): PublicText {
  if (isTold(problem.code)) return { title: t(TOLD[problem.code]), detail: placeOf(t, problem) }
  return { title: t(kindOf(problem.status)), detail: problem.detail }
}

/** Where in a file it is wrong, when that is known. */
function placeOf(t: TFunction<'common'>, { extra }: ApiProblem): string | undefined {
  const line = typeof extra.line === 'number' ? extra.line : undefined
  const element = typeof extra.elementId === 'string' ? extra.elementId : undefined
  if (line !== undefined && element !== undefined) {
    return t('problem.place.both', { line, element })
  }
  if (line !== undefined) return t('problem.place.line', { line })
  return element === undefined ? undefined : t('problem.place.element', { element })
}

export function usePublicText(problem: ApiProblem): PublicText {
  const { t } = useTranslation()
  return publicText(t, problem)
}

/**
 * The server's field errors in the reader's language: refusals that have words of their own are told in them; for the
 * others the server's sentence follows a plain request to look again.
 */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation()
  return error => {
    const { code } = asProblem(error)
    const told = isTold(code) ? t(TOLD[code]) : undefined
    const entries = Object.entries(fieldErrors(error)).map(([field, detail]) => {
      return [field, told ?? t('field.wrong', { detail })] as const
    })
    return Object.fromEntries(entries)
  }
}
