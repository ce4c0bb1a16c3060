import { useQuery } from '@tanstack/react-query'
import type Modeler from 'bpmn-js/lib/Modeler'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readData } from '@/shared/diagram/data'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { definitionsQuery } from '../api/draft'
import { Editing, processBehind } from '../canvas/editing'
import { ElementPanel } from '../panel/ElementPanel'
import panel from '../panel/Panel.module.css'
import { PanelProvider } from '../panel/PanelContext'
import classes from './EditorPage.module.css'
import { useSelection } from './use-selection'

/** The fields of what is selected on the canvas. */
export function SidePanel({ modeler }: { modeler: Modeler | null }) {
  const { t } = useTranslation('editor')
  const team = useTeam()
  const { data: roles } = useQuery(rolesQuery(team.id))
  const { data: definitions } = useQuery(definitionsQuery(team.id))
  const selected = useSelection(modeler)
  const editing = useMemo(() => (modeler ? new Editing(modeler) : null), [modeler])
  if (!selected || !editing) return <div className={panel.panel} />
  if (selected.count > 1) {
    return (
      <aside className={panel.panel} aria-label={t('panel.title')}>
        <p className={classes.multi}>{t('panel.several', { count: selected.count })}</p>
      </aside>
    )
  }
  const { element } = selected
  const subject =
    selected.count === 0 ? processBehind(element) : { element, object: element.businessObject }
  return (
    <aside className={panel.panel} aria-label={t('panel.title')}>
      {subject ? (
        <PanelProvider
          value={{
            editing,
            ...subject,
            data: readData(subject.object),
            roles: roles ?? [],
            definitions: definitions ?? [],
          }}
        >
          <ElementPanel key={`${subject.element.id} ${subject.element.type}`} />
        </PanelProvider>
      ) : (
        <p className={classes.multi}>{t('panel.nothing')}</p>
      )}
    </aside>
  )
}
