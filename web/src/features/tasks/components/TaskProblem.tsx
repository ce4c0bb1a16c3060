import { Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ApiProblem, asProblem } from '@/shared/api/problem'
import { useFormat } from '@/shared/format/format'
import { ErrorNote } from '@/shared/ui/States'
import classes from './TaskDetail.module.css'

type TaskProblemProps = { error: unknown }

function word(problem: ApiProblem, name: string): string {
  const value = problem.extra[name]
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'username' in value) {
    return String(value.username)
  }
  return ''
}

/** Somebody was faster, or the instance rests: facts of life, told as such. */
export function TaskProblem({ error }: TaskProblemProps) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const problem = asProblem(error)
  const text = (() => {
    switch (problem.code) {
      case 'already-completed': {
        const at = word(problem, 'completedAt')
        const name = word(problem, 'completedBy')
        if (name === '') return t('problem.done')
        return t('problem.doneBy', { name, when: at ? format.relative(at) : '' })
      }
      case 'claimed': {
        const name = word(problem, 'claimedBy')
        return name === '' ? t('problem.claimed') : t('problem.claimedBy', { name })
      }
      case 'on-hold':
        return t('problem.onHold')
      case 'not-open':
        return t('problem.notOpen')
      case 'role-missing':
        return t('problem.roleMissing')
      default:
        return null
    }
  })()
  if (text === null) return <ErrorNote error={error} />
  return (
    <div className={classes.note} role="alert">
      <Info size={15} aria-hidden />
      <p>{text}</p>
    </div>
  )
}
