import { Button, Menu } from '@mantine/core'
import type Modeler from 'bpmn-js/lib/Modeler'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import { BUILDING_BLOCKS, Building, type BuildingBlock } from '../canvas/building'
import { type OutlineEntry, outlineOf } from '../graph/outline'
import editor from './EditorPage.module.css'
import classes from './Outline.module.css'
import { useEntryName } from './use-entry-name'
import { useSelection } from './use-selection'

type Selection = { select: (element: Drawn) => void }

type OutlineProps = { modeler: Modeler; onRename: () => void }

/** The flow as a tree, to build and read a process without a pointer. */
export function OutlineSection(props: OutlineProps) {
  const { t } = useTranslation('editor')
  const id = useId()
  const [open, setOpen] = useState(false)
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <section className={classes.section} aria-label={t('outline.title')}>
      <button
        type="button"
        className={editor.findingsHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(value => !value)}
      >
        <Chevron size={15} aria-hidden />
        {t('outline.title')}
      </button>
      <div id={id} hidden={!open}>
        {open ? <Outline {...props} /> : null}
      </div>
    </section>
  )
}

function Outline({ modeler, onRename }: OutlineProps) {
  const { t } = useTranslation('editor')
  const selected = useSelection(modeler)
  const building = useMemo(() => new Building(modeler), [modeler])
  const tree = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<'add' | 'connect' | null>(null)
  const nameOf = useEntryName()
  const nodes = building.nodes()
  const entries = outlineOf(nodes)
  const current = entries.find(each => each.element === selected?.element)
  const node = current?.kind === 'node' ? current.element : undefined

  function select(element: Drawn) {
    modeler.get<Selection>('selection').select(element)
    requestAnimationFrame(() =>
      tree.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
    )
  }

  function remove(entry: OutlineEntry) {
    const next = entries[entries.indexOf(entry) - 1] ?? entries[entries.indexOf(entry) + 1]
    building.remove(entry.element)
    if (next && next.element !== entry.element) select(next.element)
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = destination(entries, current, event)
    if (!to && !(current && act(current, event))) return
    if (to) select(to.element)
    event.preventDefault()
    event.stopPropagation()
  }

  /** Does what a key stands for; tells whether it stands for anything. */
  function act(entry: OutlineEntry, event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const actions: Record<string, (() => void) | undefined> = {
      a: canAdd(entry) ? () => setMenu('add') : undefined,
      c: canConnect(entry) ? () => setMenu('connect') : undefined,
      e: onRename,
      F2: onRename,
      Delete: () => remove(entry),
    }
    const action = actions[event.key]
    action?.()
    return action !== undefined
  }

  if (entries.length === 0) {
    return (
      <div className={classes.body}>
        <p className={classes.hint}>{t('outline.empty')}</p>
        <Button size="xs" onClick={() => select(building.begin())}>
          {t('outline.begin')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.body}>
      <div
        ref={tree}
        role="tree"
        aria-label={t('outline.title')}
        className={classes.tree}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry, at) => (
          <div
            key={entry.key}
            role="treeitem"
            aria-level={entry.level}
            aria-selected={entry === current}
            tabIndex={entry === current || (!current && at === 0) ? 0 : -1}
            className={classes.item}
            data-kind={entry.kind}
            style={{ paddingInlineStart: `${entry.level * 14}px` }}
            onClick={() => select(entry.element)}
            onKeyDown={event => event.key === 'Enter' && select(entry.element)}
          >
            {nameOf(entry)}
          </div>
        ))}
      </div>
      <div className={classes.actions}>
        <Choice
          label={t('outline.add')}
          opened={menu === 'add'}
          disabled={!current || !canAdd(current)}
          onChange={opened => setMenu(opened ? 'add' : null)}
          options={(Object.keys(BUILDING_BLOCKS) as BuildingBlock[]).map(block => ({
            value: block,
            label: t(`outline.block.${block}`),
          }))}
          onChoose={block => current && select(building.append(current.element, block))}
        />
        <Choice
          label={t('outline.connect')}
          opened={menu === 'connect'}
          disabled={!current || !canConnect(current)}
          onChange={opened => setMenu(opened ? 'connect' : null)}
          options={entries
            .filter(({ kind, element }) => kind === 'node' && element.type !== 'bpmn:StartEvent')
            .map(entry => ({ value: entry.element.id, label: nameOf(entry) }))}
          onChoose={id => {
            const to = nodes.find(each => each.id === id)
            const flow = node && to && building.connect(node, to)
            if (flow) select(flow)
          }}
        />
        <Button variant="default" size="xs" disabled={!current} onClick={onRename}>
          {t('outline.rename')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!current}
          onClick={() => current && remove(current)}
        >
          {t('outline.remove')}
        </Button>
      </div>
      <p className={classes.hint}>{t('outline.keys')}</p>
    </div>
  )
}

function canAdd({ kind, element }: OutlineEntry): boolean {
  return kind !== 'node' || element.type !== 'bpmn:EndEvent'
}

function canConnect(entry: OutlineEntry): boolean {
  return entry.kind === 'node' && canAdd(entry)
}

/** Where a key leads from a line; Alt goes along the branches of the same gateway. */
function destination(
  entries: readonly OutlineEntry[],
  from: OutlineEntry | undefined,
  { key, altKey }: KeyboardEvent,
): OutlineEntry | undefined {
  if (key === 'Home') return entries[0]
  if (key === 'End') return entries.at(-1)
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const among = altKey ? entries.filter(each => each.kind === 'branch') : entries
  const place = from ? entries.indexOf(from) : -1
  return key === 'ArrowDown'
    ? among.find(each => entries.indexOf(each) > place)
    : among.findLast(each => entries.indexOf(each) < place)
}

type ChoiceProps<Value extends string> = {
  label: string
  opened: boolean
  disabled: boolean
  options: readonly { value: Value; label: string }[]
  onChange: (opened: boolean) => void
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, options, onChoose, ...menu }: ChoiceProps<Value>) {
  return (
    <Menu opened={menu.opened} onChange={menu.onChange} returnFocus={false}>
      <Menu.Target>
        <Button variant="default" size="xs" disabled={menu.disabled}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ value, label: text }) => (
          <Menu.Item key={value} onClick={() => onChoose(value)}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
