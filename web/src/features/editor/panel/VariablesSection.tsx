import { VisuallyHidden } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import { renameVariable } from '../canvas/renaming'
import { renameOf } from '../graph/variable-rename'
import { placesOf, usedBy, usesIn, type Variable } from '../graph/variable-uses'
import panel from './Panel.module.css'
import { useSubject } from './PanelContext'
import { PanelSection } from './Section'
import { VariableRow } from './VariableRow'
import classes from './Variables.module.css'

type VariablesSectionProps = {
  elements: readonly Drawn[]
  /** Whose variables are shown; null: those of the whole process. */
  element: Drawn | null
  onShow: (element: Drawn) => void
}

/** The variables of the process, or of one element: where each is set and read, and another name for it everywhere. */
export function VariablesSection({ elements, element, onShow }: VariablesSectionProps) {
  const { t } = useTranslation('editor')
  const { editing, definitions } = useSubject()
  const [opened, setOpened] = useState<string>()
  const [told, setTold] = useState('')
  const [before, setBefore] = useState<ReadonlyMap<string, string>>(new Map())
  const section = useRef<HTMLDivElement>(null)
  const uses = useMemo(() => usesIn(elements, definitions), [elements, definitions])
  const variables = element ? usedBy(uses.variables, element) : uses.variables
  useKeptFocus(section, element)

  /** A variable stays the same line under another name, and when that is taken back. */
  function keyOf(name: string): string {
    const first = before.get(name)
    return first === undefined || uses.variables.some(each => each.name === first) ? name : first
  }

  function rename(variable: Variable, to: string) {
    const { places, elements: changed, joins } = renameOf(uses, variable, to)
    const key = keyOf(joins ? to : variable.name)
    renameVariable(editing, placesOf(variable), variable.name, to)
    if (!joins) setBefore(known => new Map([...known].filter(each => each[1] !== key)).set(to, key))
    setOpened(key)
    setTold(
      t('variables.renamed', {
        from: variable.name,
        to,
        changes: t('variables.changes', {
          places: t('variables.places', { count: places }),
          elements: t('variables.elements', { count: changed }),
        }),
      }),
    )
    requestAnimationFrame(() => focusRow(section.current, key))
  }

  if (element && variables.length === 0) return null
  return (
    <div ref={section}>
      <PanelSection title={t(element ? 'variables.here' : 'variables.title')}>
        {variables.length === 0 ? <p className={panel.hint}>{t('variables.none')}</p> : null}
        <ul className={classes.list}>
          {variables.map(variable => {
            const key = keyOf(variable.name)
            return (
              <VariableRow
                key={key}
                id={key}
                uses={uses}
                variable={variable}
                element={element}
                opened={opened === key}
                onToggle={() => setOpened(opened === key ? undefined : key)}
                onShow={onShow}
                onRename={to => rename(variable, to)}
              />
            )
          })}
        </ul>
        <VisuallyHidden role="status">{told}</VisuallyHidden>
      </PanelSection>
    </div>
  )
}

function focusRow(section: HTMLElement | null, key: string): void {
  const rows = section?.querySelectorAll<HTMLElement>('[data-variable]') ?? []
  ;[...rows].find(row => row.dataset.variable === key)?.focus()
}

/** The line that has the focus stays in view when the fields above it change, and is not lost when it goes. */
function useKeptFocus(section: { current: HTMLElement | null }, element: Drawn | null): void {
  const focused = useRef<Element>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const isWithin = target instanceof Element && section.current?.contains(target)
      focused.current = isWithin ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [section])
  useEffect(() => {
    const isGone = focused.current && !focused.current.isConnected
    if (isGone && document.activeElement === document.body) {
      section.current?.querySelector<HTMLElement>('[data-variable]')?.focus()
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element brings other fields above.
  useLayoutEffect(() => {
    const { activeElement } = document
    if (section.current?.contains(activeElement))
      activeElement?.scrollIntoView({ block: 'nearest' })
  }, [section, element])
}
