import { Button } from '@mantine/core'
import type Modeler from 'bpmn-js/lib/Modeler'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import { Building } from '../canvas/building'
import { lastNodes } from '../graph/challenge'
import { type OutlineEntry, outlineOf } from '../graph/outline'
import { destination, placed } from '../graph/outline-walk'
import editor from './EditorPage.module.css'
import classes from './Outline.module.css'
import { OutlineActions, type OutlineMenu } from './OutlineActions'
import { useEntryName } from './use-entry-name'
import { useSelection } from './use-selection'

type Selection = { select: (element: Drawn | null) => void }

type OutlineProps = {
  modeler: Modeler
  opened: boolean
  onToggle: () => void
  /** Goes to the first field of what is selected. */
  onRename: () => void
}

/** The flow as a tree, to build and read a process without a pointer. */
export function OutlineSection({ opened, onToggle, ...outline }: OutlineProps) {
  const { t } = useTranslation('editor')
  const id = useId()
  const Chevron = opened ? ChevronDown : ChevronRight
  return (
    <section className={classes.section} aria-label={t('outline.title')}>
      <button
        type="button"
        className={editor.findingsHead}
        aria-expanded={opened}
        aria-controls={id}
        onClick={onToggle}
      >
        <Chevron size={15} aria-hidden />
        {t('outline.title')}
      </button>
      <div id={id} hidden={!opened}>
        {opened ? <Outline {...outline} /> : null}
      </div>
    </section>
  )
}

function Outline({ modeler, onRename }: Pick<OutlineProps, 'modeler' | 'onRename'>) {
  const { t } = useTranslation('editor')
  const selected = useSelection(modeler)
  const building = useMemo(() => new Building(modeler), [modeler])
  const body = useRef<HTMLDivElement>(null)
  const focused = useRef<Element>(null)
  const [menu, setMenu] = useState<OutlineMenu | null>(null)
  // A way and where it goes on are two lines of one flow.
  const [at, setAt] = useState<string>()
  const nameOf = useEntryName(building.challenges())
  const nodes = building.nodes()
  const entries = placed(outlineOf(nodes))
  const ofSelected = entries.filter(each => each.element === selected?.element)
  const current = ofSelected.find(each => each.key === at) ?? ofSelected[0]
  const reached = current ?? entries.find(each => each.key === at) ?? entries[0]
  const pieces = reached ? building.piecesAfter(reached.element) : []
  const targets = reached?.kind === 'node' ? building.targetsOf(reached.element) : []
  const canBeTimed = reached?.kind === 'node' && lastNodes(reached.element).length > 0

  function focus() {
    requestAnimationFrame(() => focusOutline(body.current))
  }

  useEffect(() => {
    // Undo may take away the line that has the focus.
    const isGone = focused.current && !focused.current.isConnected
    if (isGone && document.activeElement === document.body) focusOutline(body.current)
  })

  function select(element: Drawn, key?: string) {
    setAt(key)
    modeler.get<Selection>('selection').select(element)
    focus()
  }

  /** Nothing is selected then, so that the panel shows the process. */
  function leave(entry: OutlineEntry) {
    setAt(entry.key)
    modeler.get<Selection>('selection').select(null)
  }

  function connect(to: Drawn) {
    if (!current) return
    const flow = building.connect(current.element, to)
    const isLine = outlineOf(building.nodes()).some(each => each.element === flow)
    select(flow && isLine ? flow : current.element)
  }

  /** The settings of a challenge are those of its frame, which is no line of the flow. */
  function settle(challenge: Drawn) {
    setAt(current?.key)
    modeler.get<Selection>('selection').select(challenge)
    requestAnimationFrame(onRename)
  }

  function remove(entry: OutlineEntry) {
    const place = entries.findIndex(each => each.key === entry.key)
    const isOther = (each: OutlineEntry) => each.element !== entry.element
    const next = entries.slice(0, place).findLast(isOther) ?? entries.slice(place).find(isOther)
    building.remove(entry.element)
    if (next) select(next.element)
    else focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    const to = destination(entries, reached, event)
    const action = to || !reached || event.altKey ? undefined : actionOf(reached, event.key)
    if (!to && !action && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    event.stopPropagation()
    if (to) select(to.element, to.key)
    else if (action && reached && !current && event.key !== 'Escape') {
      select(reached.element, reached.key)
      // The panel has to show it before its fields can be reached.
      requestAnimationFrame(action)
    } else action?.()
  }

  /** What a key stands for on a line. */
  function actionOf(entry: OutlineEntry, key: string): (() => void) | undefined {
    const goesOnAt = entry.kind === 'goto' ? entry.element.target : undefined
    const actions: Record<string, (() => void) | undefined> = {
      a: pieces.length > 0 ? () => setMenu('add') : undefined,
      c: targets.length > 0 ? () => setMenu('connect') : undefined,
      t: canBeTimed ? () => setMenu('challenge') : undefined,
      e: onRename,
      F2: onRename,
      Enter: goesOnAt ? () => select(goesOnAt) : onRename,
      Delete: () => remove(entry),
      Escape: () => leave(entry),
    }
    return actions[key]
  }

  if (entries.length === 0) {
    return (
      <div className={classes.body} ref={body}>
        <p className={classes.hint}>{t('outline.empty')}</p>
        <Button size="xs" data-outline onClick={() => select(building.begin())}>
          {t('outline.begin')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.body} ref={body}>
      <div
        role="tree"
        aria-label={t('outline.title')}
        className={classes.tree}
        onFocus={event => {
          focused.current = event.target
        }}
      >
        {entries.map(entry => {
          const isReached = entry.key === reached?.key
          return (
            <div
              key={entry.key}
              role="treeitem"
              aria-level={entry.level}
              aria-posinset={entry.place}
              aria-setsize={entry.among}
              aria-selected={entry.key === current?.key}
              tabIndex={isReached ? 0 : -1}
              data-outline={isReached || undefined}
              className={classes.item}
              data-kind={entry.kind}
              style={{ paddingInlineStart: `${entry.level * 14}px` }}
              onClick={() => select(entry.element, entry.key)}
              onKeyDown={onKeyDown}
            >
              {nameOf(entry)}
            </div>
          )
        })}
      </div>
      <OutlineActions
        modeler={modeler}
        building={building}
        entries={entries}
        current={current}
        menu={menu}
        onMenu={setMenu}
        onCancel={focus}
        onAppend={piece => current && select(building.append(current.element, piece))}
        onConnect={connect}
        onChallenge={settle}
        onRename={onRename}
        onRemove={remove}
      />
      <p className={classes.hint}>{t('outline.keys')}</p>
    </div>
  )
}

/** Goes to the line that is selected, or to where a first one is made. */
export function focusOutline(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[data-outline]')?.focus()
}
