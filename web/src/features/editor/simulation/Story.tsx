import { useTranslation } from 'react-i18next'
import { useRewardText } from '@/shared/ui/RewardPill'
import type { Happening, Turn } from '../api/simulation'
import classes from './Simulation.module.css'
import { told } from './story'

/** What has happened so far, the last answer first. */
export function Story({ turns }: { turns: readonly Turn[] }) {
  const { t } = useTranslation('editor')
  const text = useHappeningText()
  const numbered = turns.map((turn, place) => ({ turn, place })).reverse()
  return (
    <ol className={classes.story} reversed>
      {numbered.map(({ turn, place }) => (
        <li key={place}>
          <span className={classes.turn}>
            {place === 0 ? t('simulate.begun') : t('simulate.answer', { number: place })}
            {turn.seconds > 0 ? ` · ${t('simulate.after', { seconds: turn.seconds })}` : ''}
          </span>
          <ul>
            {told(turn).map((each, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a turn that happened never changes
              <li key={line} data-kind={each.kind}>
                {text(each)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function useHappeningText(): (happening: Happening) => string {
  const { t } = useTranslation('editor')
  const reward = useRewardText()
  return ({ kind, name, message, gain }) => {
    if (kind === 'challengeEnded') {
      const within = message === 'within'
      return t(within ? 'simulate.happened.within' : 'simulate.happened.beyond', { name })
    }
    const gained = gain ? reward(gain) : ''
    return t(`simulate.happened.${kind}`, { name, message, gain: gained })
  }
}
