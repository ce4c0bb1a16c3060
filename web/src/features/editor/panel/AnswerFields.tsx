import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { choicesOf, choicesOption, textAt, withMember } from '@/shared/diagram/data'
import { DraftField } from './DraftField'
import { ListField } from './ListField'
import classes from './Panel.module.css'
import { useSetData, useSubject } from './PanelContext'
import { PanelSection } from './Section'

const TYPES = ['Text input', 'Single choice', 'Multiple Choice', 'Info'] as const

const WORDS = {
  'Text input': 'answer.text',
  'Single choice': 'answer.single',
  'Multiple Choice': 'answer.multiple',
  Info: 'answer.info',
} as const satisfies Record<(typeof TYPES)[number], string>

/** Where an answer of a person goes. */
const OUTPUT = 'outputs.userInputVariableName'

/** What a person is asked in this step. */
export function AnswerFields() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  const type = textAt(data, 'activityType')
  return (
    <PanelSection title={t('answer.title')}>
      <Select
        label={t('answer.type')}
        placeholder={t('answer.none')}
        data={TYPES.map(value => ({ value, label: t(WORDS[value]) }))}
        value={TYPES.find(each => each === type) ?? null}
        onChange={value =>
          setData(before => withMember(before, 'activityType', value ?? undefined))
        }
        clearable
        clearButtonProps={{ 'aria-label': t('answer.clear') }}
      />
      <TypeFields type={type} />
      {type === '' || type === 'Info' ? null : <OutputField />}
    </PanelSection>
  )
}

function OutputField() {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  return (
    <DraftField
      label={t('answer.variable')}
      description={t('answer.variableHint')}
      value={textAt(data, OUTPUT)}
      mono
      onCommit={text => setData(before => withMember(before, OUTPUT, text.trim()))}
    />
  )
}

function TypeFields({ type }: { type: string }) {
  const { t } = useTranslation('editor')
  const { data } = useSubject()
  const setData = useSetData()
  switch (type) {
    case 'Text input':
      return (
        <DraftField
          label={t('answer.pattern')}
          description={t('answer.patternHint')}
          value={textAt(data, 'inputRegex')}
          mono
          onCommit={text => setData(before => withMember(before, 'inputRegex', text))}
        />
      )
    case 'Info':
      return (
        <DraftField
          label={t('answer.infoText')}
          value={textAt(data, 'infoText')}
          multiline
          onCommit={text => setData(before => withMember(before, 'infoText', text))}
        />
      )
    case 'Single choice':
    case 'Multiple Choice':
      return (
        <ListField
          label={t('answer.choices')}
          itemLabel={number => t('answer.choice', { number })}
          addLabel={t('answer.addChoice')}
          values={choicesOf(data)}
          onCommit={choices =>
            setData(before => withMember(before, 'choices', choicesOption(choices)))
          }
        />
      )
    default:
      return <p className={classes.hint}>{t('answer.confirmHint')}</p>
  }
}
