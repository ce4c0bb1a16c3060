import { Award, Coins, type LucideIcon, Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RewardKind } from '@/shared/api/types'
import { useFormat } from '@/shared/format/format'
import classes from './RewardPill.module.css'

const ICONS: Record<RewardKind, LucideIcon> = { Experience: Sparkles, Coins, Badge: Award }

type Reward = {
  kind: RewardKind
  amount: number | null
  badge: string | null
  method?: string | null
}

/** A reward in words: "+10 experience", "Badge Early bird". */
export function useRewardText(): (reward: Reward) => string {
  const { t } = useTranslation('process')
  const format = useFormat()
  return ({ kind, amount, badge, method }) => {
    if (kind === 'Badge') return t('reward.badge', { badge: badge ?? '' })
    const sign = method === 'setTo' ? '=' : method === 'decrementBy' ? '−' : '+'
    const points = amount === null ? '' : `${sign}${format.number(Math.abs(amount))}`
    return t(kind === 'Coins' ? 'reward.coins' : 'reward.experience', { points }).trim()
  }
}

/** What a step earns, as a small pill. */
export function RewardPill({ reward }: { reward: Reward }) {
  const text = useRewardText()
  const Icon = ICONS[reward.kind]
  return (
    <span className={classes.pill} data-kind={reward.kind}>
      <Icon size={13} strokeWidth={2} aria-hidden />
      {text(reward)}
    </span>
  )
}
