import { Button } from '@mantine/core'
import { ChevronDown, ChevronRight, PencilLine, TriangleAlert } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '@/shared/diagram/model'
import type { Spot } from '../graph/variable-spots'
import type { Uses, Variable } from '../graph/variable-uses'
import panel from './Panel.module.css'
import { RenameForm } from './RenameForm'
import { useElementName } from './use-element-name'
import { usePlaceWords } from './use-place-words'
import classes from './Variables.module.css'

type VariableRowProps = {
  id: string
  uses: Uses
  variable: Variable
  /** The element whose panel this is; null: that of the process. */
  element: Drawn | null
  opened: boolean
  onToggle: () => void
  onShow: (element: Drawn) => void
  onRename: (name: string) => void
}

/** A variable in words; opened with the places that set and read it. */
export function VariableRow({ id, variable, opened, onToggle, ...rest }: VariableRowProps) {
  const body = useId()
  const Chevron = opened ? ChevronDown : ChevronRight
  return (
    <li>
      <button
        type="button"
        className={classes.head}
        data-variable={id}
        aria-expanded={opened}
        aria-controls={body}
        onClick={onToggle}
      >
        <Chevron size={15} aria-hidden className={classes.chevron} />
        <span className={classes.name}>{variable.name}</span> <Counts variable={variable} />
      </button>
      <div id={body} hidden={!opened}>
        {opened ? <Details variable={variable} {...rest} /> : null}
      </div>
    </li>
  )
}

/** "set in 1 place, read in 3 places", and what is missing for both. */
function Counts({ variable: { sets, reads, askedAt, lack } }: { variable: Variable }) {
  const { t } = useTranslation('editor')
  const set =
    sets.length > 0
      ? t('variables.set', { count: sets.length })
      : t(
          askedAt
            ? 'variables.asked'
            : lack === 'perhaps'
              ? 'variables.perhaps'
              : 'variables.unset',
        )
  const read =
    reads.length > 0 ? t('variables.read', { count: reads.length }) : t('variables.unread')
  return (
    <span className={classes.counts} data-lack={lack}>
      {lack === 'unset' || lack === 'unread' ? <TriangleAlert size={13} aria-hidden /> : null}
      {t('variables.counts', { set, read })}
    </span>
  )
}

type DetailsProps = Omit<VariableRowProps, 'id' | 'opened' | 'onToggle'>

function Details({ uses, variable, element, onShow, onRename }: DetailsProps) {
  const { t } = useTranslation('editor')
  const [renaming, setRenaming] = useState(false)
  const words = usePlaceWords()
  const button = useRef<HTMLButtonElement>(null)
  const walk = { element, onShow }
  const { sets, reads, askedAt } = variable

  function placeOf(spot: Spot): Place {
    return { key: keyOf(spot), at: spot.element, words: words(spot) }
  }

  function leave() {
    setRenaming(false)
    requestAnimationFrame(() => button.current?.focus())
  }

  return (
    <div className={classes.details}>
      <Places title={t('variables.setAt')} places={sets.map(placeOf)} {...walk} />
      {askedAt ? (
        <>
          <Places
            title={t('variables.setAt')}
            places={[{ key: askedAt.id, at: askedAt, words: t('variables.answer') }]}
            {...walk}
          />
          <p className={panel.hint}>{t('variables.askedHint')}</p>
        </>
      ) : null}
      <Places title={t('variables.readAt')} places={reads.map(placeOf)} {...walk} />
      {renaming ? (
        <RenameForm
          uses={uses}
          variable={variable}
          onRename={name => {
            setRenaming(false)
            onRename(name)
          }}
          onClose={leave}
        />
      ) : null}
      {renaming || askedAt ? null : (
        <Button
          ref={button}
          size="xs"
          variant="default"
          leftSection={<PencilLine size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setRenaming(true)}
        >
          {t('variables.rename')}
        </Button>
      )}
    </div>
  )
}

/** An element, and in words what of it is meant. */
type Place = { key: string; at: Drawn; words: string }

type PlacesProps = {
  title: string
  places: readonly Place[]
  element: Drawn | null
  onShow: (element: Drawn) => void
}

/** Pressing one shows its element. */
function Places({ title, places, element, onShow }: PlacesProps) {
  const id = useId()
  const { line } = useElementName()
  if (places.length === 0) return null
  return (
    <div>
      <h4 className={classes.title} id={id}>
        {title}
      </h4>
      <ul className={classes.list} aria-labelledby={id}>
        {places.map(({ key, at, words }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.place}
              aria-current={at === element ? 'true' : undefined}
              onClick={() => onShow(at)}
            >
              {line(at)} <span className={classes.where}>{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function keyOf({ element, where }: Spot): string {
  return `${element.id} ${where.in} ${where.in === 'data' ? where.path.join('.') : ''}`
}
