import { Modal } from '@mantine/core'
import { Fragment, type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CommandPalette.module.css'
import { type Command, filterCommands, usePaletteCommands } from './use-palette-commands'

/** Ctrl/Cmd-K: type a few letters, Enter goes there. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      size={560}
      padding={0}
      yOffset="12vh"
      aria-label={t('palette.title')}
      styles={{ body: { padding: 0 } }}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [cursor, setCursor] = useState(0)
  const commands = filterCommands(usePaletteCommands(), query)
  const place = Math.min(cursor, commands.length - 1)

  function run(command: Command | undefined) {
    if (!command) return
    onClose()
    command.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setCursor((place + step + commands.length) % Math.max(commands.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(commands[place])
    }
  }

  return (
    <div className={classes.body}>
      <input
        className={classes.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={commands[place] ? `${listId}-${commands[place].id}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        value={query}
        onChange={event => {
          setQuery(event.currentTarget.value)
          setCursor(0)
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div className={classes.list} role="listbox" id={listId} aria-label={t('palette.title')}>
        {commands.map((command, index) => (
          <Fragment key={command.id}>
            {commands[index - 1]?.group === command.group ? null : (
              <div className={classes.group} role="presentation">
                {t(command.group)}
              </div>
            )}
            <PaletteOption
              id={`${listId}-${command.id}`}
              command={command}
              selected={index === place}
              onPoint={() => setCursor(index)}
              onRun={() => run(command)}
            />
          </Fragment>
        ))}
        {commands.length === 0 ? (
          <p className={classes.nothing}>{t('palette.nothing', { query })}</p>
        ) : null}
      </div>
    </div>
  )
}

type PaletteOptionProps = {
  id: string
  command: Command
  selected: boolean
  onPoint: () => void
  onRun: () => void
}

function PaletteOption({ id, command, selected, onPoint, onRun }: PaletteOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the combobox above.
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox, which names the active option.
    <div
      id={id}
      className={classes.option}
      role="option"
      aria-selected={selected}
      onMouseMove={onPoint}
      onClick={onRun}
    >
      {command.icon}
      <span>{command.label}</span>
      {command.hint ? <span className={classes.hint}>{command.hint}</span> : null}
    </div>
  )
}
