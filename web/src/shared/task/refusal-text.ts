import { useTranslation } from 'react-i18next'
import type { TaskForm } from '@/shared/api/types'

/** Why the server does not take an answer, by the kind of the form. */
export function useRefusalText(form: TaskForm): string {
  const { t } = useTranslation('tasks')
  if (form.kind !== 'text') return t('form.badChoice')
  return form.pattern ? t('form.badPattern', { pattern: form.pattern }) : t('form.badText')
}
