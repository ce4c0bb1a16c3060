import { Button, Skeleton } from '@mantine/core'
import { type LucideIcon, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/shared/api/problem'
import { usePublicText } from './problem-text'
import classes from './States.module.css'

type EmptyStateProps = {
  icon: LucideIcon
  title: string
  text?: ReactNode
  /** One main action, at most. */
  action?: ReactNode
  framed?: boolean
}

/** Nothing here: what it is for, and what to do first. */
export function EmptyState({ icon: Icon, title, text, action, framed = true }: EmptyStateProps) {
  return (
    <div className={`${classes.state} ${framed ? classes.framed : ''}`}>
      <div className={classes.icon}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </div>
      <p className={classes.title}>{title}</p>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.actions}>{action}</div> : null}
    </div>
  )
}

type ErrorStateProps = { error: unknown; onRetry?: () => void; action?: ReactNode }

/** Loading failed: what happened, a code to tell others, and a retry. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const { title, detail } = usePublicText(problem)
  // What is missing or forbidden stays so, however often one asks.
  const mayChange = problem.status !== 403 && problem.status !== 404
  return (
    <div className={`${classes.state} ${classes.error}`} role="alert">
      <div className={classes.icon}>
        <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />
      </div>
      <p className={classes.title}>{title}</p>
      {detail ? <p className={classes.text}>{detail}</p> : null}
      <code className={classes.code}>{problem.code}</code>
      <div className={classes.actions}>
        {onRetry && mayChange ? (
          <Button
            variant="default"
            onClick={onRetry}
            leftSection={<RotateCw size={14} aria-hidden />}
          >
            {t('action.retry')}
          </Button>
        ) : null}
        {action}
      </div>
    </div>
  )
}

/** What went wrong with a form or an action, right where it happened. */
export function ErrorNote({ error }: { error: unknown }) {
  const { title, detail } = usePublicText(asProblem(error))
  return (
    <div className={classes.inline} role="alert">
      <TriangleAlert size={15} strokeWidth={2} aria-hidden />
      <div>
        <strong>{title}</strong>
        {detail ? <p>{detail}</p> : null}
      </div>
    </div>
  )
}

/** Rows in the shape of what comes; shown only when loading takes longer than a blink. */
export function ListSkeleton({ rows = 5, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation()
  const places = Array.from({ length: rows }, (_, place) => `row-${place}`)
  return (
    <div className={classes.skeletons} role="status" aria-label={t('state.loading')}>
      {places.map(place => (
        <Skeleton key={place} height={height} radius="sm" />
      ))}
    </div>
  )
}

export function CardGridSkeleton({ cards = 3 }: { cards?: number }) {
  const { t } = useTranslation()
  const places = Array.from({ length: cards }, (_, place) => `card-${place}`)
  return (
    <div
      className={`${classes.skeletons} ${classes.grid}`}
      role="status"
      aria-label={t('state.loading')}
    >
      {places.map(place => (
        <Skeleton key={place} height={116} radius="md" />
      ))}
    </div>
  )
}

/** A whole page that is still on its way. */
export function PageSkeleton() {
  return (
    <div style={{ padding: 'var(--pf-space-24)', maxWidth: 1200, margin: '0 auto' }}>
      <Skeleton height={28} width={220} mb={24} />
      <ListSkeleton rows={6} />
    </div>
  )
}
