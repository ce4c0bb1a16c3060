import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Role, TeamPage } from '@/shared/api/types'
import { useTeam } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { FormProblem } from '@/shared/ui/FormProblem'
import { useFieldErrors } from '@/shared/ui/problem-text'
import { SwatchPicker } from '@/shared/ui/SwatchPicker'
import { toast } from '@/shared/ui/toast'
import { type RoleForm, useSaveRole } from '../api/roles'

const PAGES: readonly TeamPage[] = ['Editor', 'Tasks', 'Monitoring', 'Team', 'Stats', 'Shop']
const COLORS = [
  '#4F5BD5',
  '#2563B8',
  '#0F766E',
  '#14803C',
  '#7A8B1F',
  '#B45309',
  '#C2362B',
  '#BE2F7B',
  '#7C3AAD',
  '#6B6862',
] as const
const LONGEST_NAME = 60

type RoleDialogProps = { opened: boolean; onClose: () => void; role?: Role | undefined }

/** Creates a role, or changes the one given. */
export function RoleDialog({ opened, onClose, role }: RoleDialogProps) {
  const { t } = useTranslation('team')
  const title = role ? t('roles.edit', { name: role.name }) : t('roles.new')
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <RoleFields role={role} onClose={onClose} />
    </Dialog>
  )
}

function colorsWith(color: string): string[] {
  const known = COLORS.some(each => each === color.toUpperCase())
  return known ? [...COLORS] : [...COLORS, color]
}

function RoleFields({ role, onClose }: Omit<RoleDialogProps, 'opened'>) {
  const { t } = useTranslation(['team', 'common'])
  const team = useTeam()
  const save = useSaveRole(team.id, role)
  const told = useFieldErrors()
  const form = useForm<RoleForm>({
    initialValues: {
      name: role?.name ?? '',
      color: role?.color.toUpperCase() ?? COLORS[0],
      allowedPages: role?.allowedPages ?? ['Tasks'],
    },
    validate: {
      name: name => (name.trim() === '' ? t('field.required', { ns: 'common' }) : null),
    },
  })
  const submit = form.onSubmit(values => {
    save.mutate(
      { ...values, name: values.name.trim() },
      {
        onSuccess: ({ name }) => {
          onClose()
          toast(role ? t('roles.saved', { name }) : t('roles.created', { name }))
        },
        onError: error => form.setErrors(told(error)),
      },
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={save.error} fields={['name', 'color', 'allowedPages']} />
        <TextInput
          label={t('roles.name')}
          maxLength={LONGEST_NAME}
          required
          data-autofocus
          {...form.getInputProps('name')}
          key={form.key('name')}
        />
        <SwatchPicker
          legend={t('roles.color')}
          value={form.values.color}
          onChange={color => form.setFieldValue('color', color)}
          swatches={colorsWith(form.values.color).map((color, place) => ({
            value: color,
            label: t('roles.colorNumber', { number: place + 1 }),
            background: color,
          }))}
        />
        <Checkbox.Group
          label={t('roles.pages')}
          {...form.getInputProps('allowedPages')}
          key={form.key('allowedPages')}
        >
          <Stack gap="xs" mt={6}>
            {PAGES.map(page => (
              <Checkbox
                key={page}
                value={page}
                disabled={!team.owner && !team.pages.includes(page)}
                label={t(`page.${page}`, { ns: 'common' })}
                description={t(`pageHint.${page}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {role ? t('roles.save') : t('roles.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
