import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, Section } from '@/shared/ui/Section'
import { ErrorNote } from '@/shared/ui/States'
import { TeamMark } from '@/shared/ui/TeamMark'
import { toast } from '@/shared/ui/toast'
import { archivedTeamsQuery, useRestoreTeam } from '../api/teams'

/** Deleted teams that their owner can still bring back; nothing at all when there are none. */
export function ArchivedTeams() {
  const { t } = useTranslation('dashboard')
  const { data: teams } = useQuery(archivedTeamsQuery)
  const restore = useRestoreTeam()
  if (!teams?.length) return null
  return (
    <Section title={t('archived')} description={t('archivedText')}>
      <Card>
        <Stack gap="xs">
          {restore.error ? <ErrorNote error={restore.error} /> : null}
          {teams.map(team => (
            <Group key={team.id} gap="xs">
              <TeamMark name={team.name} scheme={team.colorScheme} />
              <span style={{ flex: 1 }}>{team.name}</span>
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  restore.mutate(team.id, {
                    onSuccess: ({ name }) => toast(t('restored', { team: name })),
                  })
                }
              >
                {t('restore')}
              </Button>
            </Group>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
