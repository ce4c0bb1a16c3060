import { NAMESPACE } from '@/shared/diagram/moddle'
import { BPMN } from '@/shared/diagram/places'
import type words from '@/shared/i18n/locales/en/models.json'

export const TEMPLATES = ['approval', 'onboarding', 'order'] as const

export type Template = (typeof TEMPLATES)[number]

export type TemplateWord = keyof typeof words.template

/** The words of the templates, in the language of whoever begins with one. */
export type Say = (word: TemplateWord) => string

const REWARD = {
  gamificationType: 'Points',
  gamificationOptions: {
    pointType: 'Experience',
    pointsApplicationMethod: 'incrementBy',
    pointsForSuccess: '20',
  },
}

/** A process to begin with, as BPMN without places: the editor lays it out. */
export function templateXml(template: Template, name: string, say: Say): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${BPMN}" xmlns:processflow="${NAMESPACE}" targetNamespace="urn:processflow:templates">
<bpmn:process id="Process" name="${escaped(name)}">${DRAWN[template](say)}</bpmn:process>
</bpmn:definitions>`
}

const DRAWN: Record<Template, (say: Say) => string> = {
  approval: say => `${start({ 'inputVariableNames-0': 'request' })}
${step('Decide', say('decide'), {
  description: say('decideText'),
  activityType: 'Single choice',
  choices: [say('approve'), say('decline')],
  outputs: { userInputVariableName: 'decision' },
})}
${decision('Approved', say('approved'), '{decision}', say('approve'), 'no')}
${step('CarryOut', say('carryOut'), REWARD)}
${step('TellWhy', say('tellWhy'), {})}
${end('Done', say('done'))}${end('Declined', say('declined'))}
${flow('begin', 'Start', 'Decide')}${flow('decided', 'Decide', 'Approved')}
${conditional('yes', 'Approved', 'CarryOut', 'decision', say('approve'))}${flow('no', 'Approved', 'TellWhy')}
${flow('carriedOut', 'CarryOut', 'Done')}${flow('told', 'TellWhy', 'Declined')}`,

  onboarding: say => `${start({ 'inputVariableNames-0': 'person' })}
${parallel('Split')}${step('Workplace', say('workplace'), {})}${step('Accounts', say('accounts'), {})}
${parallel('Join')}${step('Welcome', say('welcome'), REWARD)}${end('Welcomed', say('welcomed'))}
${flow('begin', 'Start', 'Split')}${flow('toWorkplace', 'Split', 'Workplace')}
${flow('toAccounts', 'Split', 'Accounts')}${flow('hasWorkplace', 'Workplace', 'Join')}
${flow('hasAccounts', 'Accounts', 'Join')}${flow('ready', 'Join', 'Welcome')}${flow('met', 'Welcome', 'Welcomed')}`,

  order: say => `${start({ 'inputVariableNames-0': 'productList' })}
${step('Check', say('check'), {
  description: say('checkText'),
  activityType: 'Multiple Choice',
  choices: '{productList}',
  outputs: { userInputVariableName: 'available' },
  ...REWARD,
})}
${decision('AllThere', say('allThere'), '{available}', '{productList}', 'missing')}
${step('Ship', say('ship'), {
  description: say('shipText'),
  activityType: 'Single choice',
  choices: [say('shipped'), say('problem')],
  outputs: { userInputVariableName: 'shipment' },
})}
${decision('WasShipped', say('wasShipped'), '{shipment}', say('shipped'), 'failed')}
${step('Confirm', say('confirm'), {})}${step('Cancel', say('cancel'), {})}
${end('Confirmed', say('confirmed'))}${end('Cancelled', say('cancelled'))}
${flow('begin', 'Start', 'Check')}${flow('checked', 'Check', 'AllThere')}
${flow('all', 'AllThere', 'Ship', `\${available == productList}`)}${flow('missing', 'AllThere', 'Cancel')}
${flow('sent', 'Ship', 'WasShipped')}
${conditional('arrived', 'WasShipped', 'Confirm', 'shipment', say('shipped'))}
${flow('failed', 'WasShipped', 'Cancel')}
${flow('told', 'Confirm', 'Confirmed')}${flow('over', 'Cancel', 'Cancelled')}`,
}

function start(outputs: object): string {
  return `<bpmn:startEvent id="Start">${data({ outputs })}</bpmn:startEvent>`
}

function step(id: string, name: string, settings: object): string {
  return `<bpmn:userTask id="${id}" name="${escaped(name)}">${data(settings)}</bpmn:userTask>`
}

function decision(
  id: string,
  name: string,
  value1: string,
  value2: string,
  otherwise: string,
): string {
  return `<bpmn:exclusiveGateway id="${id}" name="${escaped(name)}" default="${otherwise}">${data({
    value1,
    comparison: '==',
    value2,
  })}</bpmn:exclusiveGateway>`
}

function parallel(id: string): string {
  return `<bpmn:parallelGateway id="${id}"/>`
}

function end(id: string, name: string): string {
  return `<bpmn:endEvent id="${id}" name="${escaped(name)}"/>`
}

function conditional(id: string, from: string, to: string, variable: string, text: string) {
  return flow(id, from, to, `\${${variable} == ${JSON.stringify(text)}}`)
}

function flow(id: string, from: string, to: string, condition = ''): string {
  const ends = `id="${id}" sourceRef="${from}" targetRef="${to}"`
  return condition === ''
    ? `<bpmn:sequenceFlow ${ends}/>`
    : `<bpmn:sequenceFlow ${ends}><bpmn:conditionExpression>${escaped(condition)}</bpmn:conditionExpression></bpmn:sequenceFlow>`
}

function data(settings: object): string {
  if (Object.keys(settings).length === 0) return ''
  const json = escaped(JSON.stringify(settings))
  return `<bpmn:extensionElements><processflow:data>${json}</processflow:data></bpmn:extensionElements>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
