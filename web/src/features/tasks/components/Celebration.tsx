import { Check } from 'lucide-react'
import { type CSSProperties, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { EarnedReward } from '@/shared/api/types'
import { RewardPill } from '@/shared/ui/RewardPill'
import classes from './Celebration.module.css'

const SHOWN = 2_600
const SPARKS = Array.from({ length: 14 }, (_, index) => `${Math.round((index * 360) / 14)}deg`)

type CelebrationProps = { rewards: EarnedReward[]; onOver: () => void }

/** One short moment for what was earned; it covers nothing that can be pressed. */
export function Celebration({ rewards, onOver }: CelebrationProps) {
  const { t } = useTranslation('tasks')
  useEffect(() => {
    const timer = window.setTimeout(onOver, SHOWN)
    return () => window.clearTimeout(timer)
  }, [onOver])
  return (
    <div className={classes.moment} role="status">
      <div className={classes.card}>
        {rewards.length > 0
          ? SPARKS.map(angle => (
              <span
                key={angle}
                className={classes.spark}
                style={{ '--angle': angle } as CSSProperties}
                aria-hidden
              />
            ))
          : null}
        <span className={classes.check}>
          <Check size={16} aria-hidden />
          {t('completed')}
        </span>
        {rewards.map(reward => (
          <RewardPill key={`${reward.kind} ${reward.badge ?? ''}`} reward={reward} />
        ))}
      </div>
    </div>
  )
}
