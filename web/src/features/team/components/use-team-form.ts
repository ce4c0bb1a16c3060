import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { TeamForm } from '../api/teams'

const SHORTEST_NAME = 3
export const LONGEST_TEAM_NAME = 80

/** Name and colours of a team, checked as the server does. */
export function useTeamForm(initialValues: TeamForm) {
  const { t } = useTranslation()
  return useForm<TeamForm>({
    initialValues,
    validate: {
      name: name =>
        [...name.trim()].length < SHORTEST_NAME
          ? t('field.tooShort', { min: SHORTEST_NAME })
          : null,
    },
  })
}
