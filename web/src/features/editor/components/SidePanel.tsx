import { useQuery } from '@tanstack/react-query'
import type Modeler from 'bpmn-js/lib/Modeler'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readData } from '@/shared/diagram/data'
import type { Drawn } from '@/shared/diagram/model'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { definitionsQuery } from '../api/draft'
import { Editing, processBehind } from '../canvas/editing'
import { showElement } from '../canvas/show-element'
import { commonData } from '../graph/common-data'
import { ElementPanel } from '../panel/ElementPanel'
import panel from '../panel/Panel.module.css'
import { PanelProvider, type PanelSubject } from '../panel/PanelContext'
import { SeveralPanel, stepsAmong } from '../panel/SeveralPanel'
import { VariablesSection } from '../panel/VariablesSection'
import classes from './EditorPage.module.css'
import { useDrawn } from './use-drawn'
import { useSelection } from './use-selection'

/** The fields of what is selected on the canvas. */
export function SidePanel({ modeler }: { modeler: Modeler | null }) {
  const { t } = useTranslation('editor')
  const team = useTeam()
  const { data: roles } = useQuery(rolesQuery(team.id))
  const { data: definitions } = useQuery(definitionsQuery(team.id))
  const selected = useSelection(modeler)
  const drawn = useDrawn(modeler)
  const editing = useMemo(() => (modeler ? new Editing(modeler) : null), [modeler])
  if (!selected || !editing) return <div className={panel.panel} />
  const { element, elements } = selected
  const subject = elements.length > 1 ? ofSeveral(elements) : ofOne(element, elements.length === 0)
  return (
    <aside className={panel.panel} aria-label={t('panel.title')}>
      {subject ? (
        <PanelProvider
          value={{
            editing,
            ...subject,
            roles: roles ?? [],
            definitions: definitions ?? [],
          }}
        >
          {elements.length > 1 ? (
            <SeveralPanel key={elements.map(each => each.id).join(' ')} elements={elements} />
          ) : (
            <>
              <ElementPanel key={`${subject.element.id} ${subject.element.type}`} />
              <VariablesSection
                elements={drawn}
                element={elements.length === 0 ? null : element}
                onShow={place => modeler && showElement(modeler, place)}
              />
            </>
          )}
        </PanelProvider>
      ) : (
        <p className={classes.multi}>{t('panel.nothing')}</p>
      )}
    </aside>
  )
}

type Subject = Pick<PanelSubject, 'element' | 'object' | 'others' | 'data'>

function ofOne(element: Drawn, isProcess: boolean): Subject | undefined {
  const one = isProcess ? processBehind(element) : { element, object: element.businessObject }
  return one && { ...one, others: [], data: readData(one.object) }
}

function ofSeveral(elements: readonly Drawn[]): Subject | undefined {
  const steps = stepsAmong(elements)
  const [element = elements[0], ...others] = steps
  if (!element) return undefined
  const data = commonData(steps.map(each => readData(each.businessObject)))
  return { element, object: element.businessObject, others, data }
}
