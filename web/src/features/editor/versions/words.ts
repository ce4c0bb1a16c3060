import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { definitionsQuery } from '../api/draft'
import type { Change, Detail } from './difference'

/** What people call what is set on an element. */
const PROPERTIES = {
  name: 'name',
  documentation: 'documentation',
  condition: 'condition',
  default: 'default',
  sourceRef: 'from',
  targetRef: 'to',
  lane: 'lane',
  inside: 'inside',
  shape: 'shape',
  attachedToRef: 'attachedTo',
  'data.description': 'description',
  'data.due': 'due',
  'data.assignedRole': 'role',
  'data.choices': 'choices',
  'data.activityType': 'form',
  'data.infoText': 'infoText',
  'data.inputRegex': 'pattern',
  'data.nodeDefinitionId': 'definition',
  'data.outputs.userInputVariableName': 'variable',
  'data.value1': 'value1',
  'data.comparison': 'comparison',
  'data.value2': 'value2',
  'data.gamificationType': 'reward',
  'data.gamificationOptions.pointType': 'rewardKind',
  'data.gamificationOptions.pointsForSuccess': 'amount',
  'data.gamificationOptions.pointsApplicationMethod': 'method',
  'data.gamificationOptions.badgeType': 'badge',
} as const

const SHAPES = {
  UserTask: 'editor:kind.people',
  ServiceTask: 'editor:kind.automatic',
  ExclusiveGateway: 'editor:gateway.exclusive',
  ParallelGateway: 'editor:gateway.parallel',
  InclusiveGateway: 'editor:gateway.inclusive',
} as const

const INPUT = /^data\.outputs\.inputVariableNames-\d+$/
const LONGEST = 120

/** Tells changes in the reader's language, roles and activities by their names. */
export function useChangeWords() {
  const { t } = useTranslation(['versions', 'editor'])
  const team = useTeam()
  const { data: roles } = useQuery(rolesQuery(team.id))
  const { data: definitions } = useQuery(definitionsQuery(team.id))

  function propertyOf(property: string): string {
    if (property in PROPERTIES) {
      return t(`versions:property.${PROPERTIES[property as keyof typeof PROPERTIES]}`)
    }
    if (INPUT.test(property)) return t('versions:property.input')
    return property.startsWith('data.')
      ? t('versions:property.setting', { path: property.slice('data.'.length) })
      : t('versions:property.other', { path: property })
  }

  function spoken(property: string, text: string): string {
    if (property === 'shape' && text in SHAPES) return t(SHAPES[text as keyof typeof SHAPES])
    if (property === 'data.assignedRole') {
      return roles?.find(role => String(role.id) === text)?.name ?? text
    }
    if (property === 'data.nodeDefinitionId') {
      return definitions?.find(each => String(each.id) === text)?.definition.name ?? text
    }
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  }

  function detail({ property, before, after }: Detail): string {
    const words = {
      property: propertyOf(property),
      before: spoken(property, before ?? ''),
      after: spoken(property, after ?? ''),
    }
    // Parts that only a program reads are named, not shown.
    if (!property.startsWith('data.') && /^[[{]/.test(after ?? before ?? '')) {
      return t('versions:detail.other', words)
    }
    if (before === undefined) return t('versions:detail.set', words)
    if (after === undefined) return t('versions:detail.unset', words)
    return t('versions:detail.changed', words)
  }

  function element({ kind, name }: Change): string {
    const word = t(`editor:panel.${kind}`)
    return name === '' ? word : t('versions:element', { kind: word, name })
  }

  return { element, detail }
}
