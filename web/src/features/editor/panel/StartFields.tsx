import { useTranslation } from 'react-i18next'
import { numberedAt, textAt, withMember, withNumbered } from '@/shared/diagram/data'
import { variablesFrom, withPlaceholders } from '../graph/variables'
import { DraftField } from './DraftField'
import { ListField } from './ListField'
import classes from './Panel.module.css'
import { useSetData, useSubject } from './PanelContext'
import { PanelSection } from './Section'

const INPUTS = 'outputs.inputVariableNames'
const TITLE = 'instanceTitle'

/** What a start asks for, and what the instance that it begins is called. */
export function StartFields() {
  const { t } = useTranslation('editor')
  const { element, data } = useSubject()
  const setData = useSetData()
  const variables = variablesFrom(element)
  return (
    <>
      <PanelSection title={t('inputs.title')}>
        <ListField
          label={t('inputs.label')}
          itemLabel={number => t('variable.number', { number })}
          addLabel={t('variable.add')}
          values={numberedAt(data, INPUTS)}
          onCommit={names => setData(before => withNumbered(before, INPUTS, names))}
        />
        <p className={classes.hint}>{t('inputs.hint')}</p>
      </PanelSection>
      <PanelSection title={t('instanceTitle.title')}>
        <DraftField
          label={t('instanceTitle.label')}
          description={t('instanceTitle.hint')}
          value={textAt(data, TITLE)}
          suggestions={typed => withPlaceholders(typed, variables)}
          onCommit={text => setData(before => withMember(before, TITLE, text.trim()))}
        />
      </PanelSection>
    </>
  )
}
