import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/format'
import { myStatisticsQuery } from '../api/my-statistics'
import classes from './LevelBar.module.css'

/** The caller's level in a team and the way to the next one; quiet until it is known. */
export function LevelBar({ teamId, compact }: { teamId: number; compact: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useQuery(myStatisticsQuery(teamId))
  if (!data) return null
  const { level, experienceInLevel: done, experiencePerLevel: of, coins } = data
  const progress = t('level.progress', { done: format.number(done), of: format.number(of) })
  const label = t('level.label', { level })
  return (
    <Tooltip label={compact ? `${label}: ${progress}` : progress} position="right" openDelay={100}>
      <div className={`${classes.level} ${compact ? classes.compact : ''}`}>
        <div className={classes.row}>
          <strong>{compact ? level : label}</strong>
          {compact || coins === 0 ? null : (
            <span className={classes.coins}>
              <Coins size={13} aria-hidden />
              {format.number(coins)}
            </span>
          )}
        </div>
        <div
          className={classes.track}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={of}
          aria-valuenow={done}
          aria-valuetext={progress}
        >
          <div className={classes.fill} style={{ width: `${of > 0 ? (100 * done) / of : 0}%` }} />
        </div>
      </div>
    </Tooltip>
  )
}
