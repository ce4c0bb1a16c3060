import { Button, Menu } from '@mantine/core'
import type Modeler from 'bpmn-js/lib/Modeler'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import type { Building } from '../canvas/building'
import type { Piece } from '../canvas/pieces'
import { challengeOf, lastNodes, nodesBetween } from '../graph/challenge'
import type { OutlineEntry } from '../graph/outline'
import classes from './Outline.module.css'
import { useEntryName } from './use-entry-name'

export type OutlineMenu = 'add' | 'connect' | 'challenge'

type OutlineActionsProps = {
  modeler: Modeler
  building: Building
  entries: readonly OutlineEntry[]
  /** The line that is selected; without one there is nothing to be done. */
  current: OutlineEntry | undefined
  menu: OutlineMenu | null
  onMenu: (menu: OutlineMenu | null) => void
  onCancel: () => void
  onAppend: (piece: Piece) => void
  onConnect: (to: Drawn) => void
  onChallenge: (challenge: Drawn) => void
  onRename: () => void
  onRemove: (entry: OutlineEntry) => void
}

/** What can be done with a line of the outline. */
export function OutlineActions({ building, entries, current, menu, ...rest }: OutlineActionsProps) {
  const { t } = useTranslation('editor')
  const { modeler, onMenu, onCancel, onAppend, onConnect, onChallenge, onRename, onRemove } = rest
  const nameOf = useEntryName(building.challenges())
  const translate = modeler.get<(text: string) => string>('translate')
  const pieces = current ? building.piecesAfter(current.element) : []
  const targets = current?.kind === 'node' ? building.targetsOf(current.element) : []
  const opening = (which: OutlineMenu) => ({
    opened: menu === which,
    onChange: (opened: boolean) => onMenu(opened ? which : null),
    onCancel,
  })
  return (
    <div className={classes.actions}>
      <Choice
        {...opening('add')}
        label={t('outline.add')}
        options={pieces.map(piece => ({
          key: `${piece.title} ${pieces.indexOf(piece)}`,
          label: translate(piece.title),
          onChoose: () => onAppend(piece),
        }))}
      />
      <Choice
        {...opening('connect')}
        label={t('outline.connect')}
        options={entries
          .filter(({ kind, element }) => kind === 'node' && targets.includes(element))
          .map(entry => ({
            key: entry.key,
            label: nameOf(entry),
            onChoose: () => onConnect(entry.element),
          }))}
      />
      <Choice
        {...opening('challenge')}
        label={t('outline.challenge')}
        options={
          current?.kind === 'node'
            ? challengeChoices(building, entries, current.element, {
                only: t('outline.onlyThis'),
                upTo: last => t('outline.upTo', { name: nameOf(last) }),
                settings: t('outline.challengeSettings'),
                onChallenge,
              })
            : []
        }
      />
      <Button variant="default" size="xs" disabled={!current} onClick={onRename}>
        {t('outline.rename')}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!current}
        onClick={() => current && onRemove(current)}
      >
        {t('outline.remove')}
      </Button>
    </div>
  )
}

type Words = {
  only: string
  upTo: (last: OutlineEntry) => string
  settings: string
  onChallenge: (challenge: Drawn) => void
}

/** A node that is timed already has that challenge; others begin one here, as far as somebody says. */
function challengeChoices(
  building: Building,
  entries: readonly OutlineEntry[],
  from: Drawn,
  { only, upTo, settings, onChallenge }: Words,
): Option[] {
  const known = challengeOf(from, building.challenges())
  if (known) return [{ key: known.id, label: settings, onChoose: () => onChallenge(known) }]
  const last = lastNodes(from)
  return entries
    .filter(({ kind, element }) => kind === 'node' && last.includes(element))
    .sort((one, other) => Number(other.element === from) - Number(one.element === from))
    .map(entry => ({
      key: entry.key,
      label: entry.element === from ? only : upTo(entry),
      onChoose: () => onChallenge(building.challenge(nodesBetween(from, entry.element))),
    }))
}

type Option = { key: string; label: string; onChoose: () => void }

type ChoiceProps = {
  label: string
  opened: boolean
  options: readonly Option[]
  onChange: (opened: boolean) => void
  onCancel: () => void
}

function Choice({ label, options, opened, onChange, onCancel }: ChoiceProps) {
  return (
    <Menu opened={opened} onChange={onChange} returnFocus={false}>
      <Menu.Target>
        <Button variant="default" size="xs" disabled={options.length === 0}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown
        className={classes.menu}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      >
        {options.map(option => (
          <Menu.Item key={option.key} onClick={option.onChoose}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
