import { useTranslation } from 'react-i18next'
import { textAt, withMember } from '@/shared/diagram/data'
import { titleOf } from '@/shared/diagram/model'
import { chosenKind, isAutomatic, isStandard, optionList, PERSON } from '../graph/definitions'
import { type PanelKind, panelKind } from '../graph/kinds'
import { AnswerFields } from './AnswerFields'
import { ChallengeFields } from './ChallengeFields'
import { DraftField } from './DraftField'
import { FlowFields } from './FlowFields'
import { DecisionFields, GatewayKindField } from './GatewayFields'
import { KindField } from './KindField'
import { OptionForm } from './OptionForm'
import classes from './Panel.module.css'
import { useSetData, useSubject } from './PanelContext'
import { RewardFields } from './RewardFields'
import { RoleField } from './RoleField'
import { PanelSection } from './Section'
import { StartFields } from './StartFields'
import { inOneLine } from './use-element-name'

/** The fields of the selected element; without a selection those of the process. */
export function ElementPanel() {
  const { element } = useSubject()
  const kind = panelKind(element)
  return (
    <>
      <PanelHead kind={kind} />
      <KindSections kind={kind} />
    </>
  )
}

function PanelHead({ kind }: { kind: PanelKind }) {
  const { t } = useTranslation('editor')
  const { editing, element, object } = useSubject()
  return (
    <div className={classes.head}>
      <h2 className={classes.kind}>{t(`panel.${kind}`)}</h2>
      <DraftField
        label={t(
          kind === 'lane' ? 'panel.laneName' : kind === 'flow' ? 'panel.flowName' : 'panel.name',
        )}
        value={inOneLine(titleOf(object))}
        onCommit={name => editing.rename(element, object, name.trim())}
      />
      {kind === 'step' ? <KindField /> : null}
      {kind === 'gateway' ? <GatewayKindField /> : null}
    </div>
  )
}

function KindSections({ kind }: { kind: PanelKind }) {
  const { t } = useTranslation('editor')
  const { element } = useSubject()
  switch (kind) {
    case 'process':
      return (
        <PanelSection title={t('role.title')}>
          <RoleField label={t('role.standard')} />
          <p className={classes.hint}>{t('role.standardHint')}</p>
        </PanelSection>
      )
    case 'step':
      return <StepSections />
    case 'gateway':
      return <DecisionFields />
    case 'start':
      return <StartFields />
    case 'flow':
      return <FlowFields />
    case 'lane':
      return <p className={classes.section}>{t('panel.laneHint')}</p>
    case 'other':
      return <p className={classes.section}>{t('panel.otherHint')}</p>
    case 'challenge':
      return <ChallengeFields />
    case 'event':
      return element.type === 'bpmn:IntermediateThrowEvent' ? <RewardFields /> : null
    case 'end':
    case 'pool':
      return null
  }
}

function StepSections() {
  const { t } = useTranslation('editor')
  const { element, data, definitions } = useSubject()
  const chosen = chosenKind(element, data, definitions)
  const definition = definitions.find(each => String(each.id) === chosen)
  const options = optionList(definition?.definition.optionsDefinition?.structure)
  const byPerson = !definition || !isAutomatic(definition)
  return (
    <>
      {byPerson ? (
        <PanelSection title={t('role.title')}>
          <RoleField label={t('role.label')} />
        </PanelSection>
      ) : null}
      {chosen === PERSON ? <AnswerFields /> : null}
      {definition && !isStandard(definition) && options.length > 0 ? (
        <PanelSection
          title={definition.definition.optionsDefinition?.title || definition.definition.name}
        >
          <OptionForm options={options} />
        </PanelSection>
      ) : null}
      {byPerson ? <DescriptionField /> : null}
      <RewardFields />
    </>
  )
}

function DescriptionField() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  return (
    <PanelSection title={t('description.title')}>
      <DraftField
        label={t('description.label')}
        description={t('description.hint')}
        value={textAt(data, 'description')}
        multiline
        onCommit={text => setData(before => withMember(before, 'description', text))}
      />
      <DraftField
        label={t('description.due')}
        description={t('description.dueHint')}
        value={textAt(data, 'due')}
        onCommit={text => setData(before => withMember(before, 'due', text.trim()))}
      />
    </PanelSection>
  )
}
