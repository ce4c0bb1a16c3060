import { CalendarClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '@/shared/ui/Moment'
import classes from './TasksPage.module.css'

/** When a task is due; late is said in words and colour. */
export function DueMark({ at }: { at: string }) {
  const { t } = useTranslation('tasks')
  const late = new Date(at).getTime() < Date.now()
  return (
    <span className={late ? classes.late : ''}>
      <CalendarClock size={13} aria-hidden />
      <span>
        {late ? t('due.late') : t('due.on')} <Moment at={at} />
      </span>
    </span>
  )
}
