import { Radio, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withDefaultRole } from '@/shared/diagram/default-role'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { useCreateModel } from '../api/models'
import { TEMPLATES, type Template, templateXml } from '../templates'
import { ModelForm } from './ModelForm'

type Beginning = { template: Template | 'empty'; role: string | null }

const EMPTY: Beginning = { template: 'empty', role: null }

/** A new process: its name, and the drawing it begins with. */
export function CreateModelDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('models')
  const team = useTeam()
  const navigate = useNavigate()
  const create = useCreateModel(team.id)
  const [beginning, setBeginning] = useState(EMPTY)

  function xmlFor(name: string): string | undefined {
    const { template, role } = beginning
    if (template === 'empty') return undefined
    const xml = templateXml(template, name, word => t(`template.${word}`))
    return role === null ? xml : withDefaultRole(xml, Number(role))
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={t('create.title')}>
      <ModelForm
        initial={{ name: '', description: '' }}
        submitLabel={t('create.submit')}
        pending={create.isPending}
        error={create.error}
        onCancel={onClose}
        onSubmit={fields => {
          const xml = xmlFor(fields.name.trim())
          create.mutate(xml === undefined ? fields : { ...fields, xml }, {
            onSuccess: model => {
              onClose()
              setBeginning(EMPTY)
              void navigate({
                to: '/teams/$teamId/processes/$modelId',
                params: { teamId: team.id, modelId: model.id },
              })
            },
          })
        }}
      >
        <BeginWith beginning={beginning} onChange={setBeginning} />
      </ModelForm>
    </Dialog>
  )
}

type BeginWithProps = { beginning: Beginning; onChange: (beginning: Beginning) => void }

function BeginWith({ beginning, onChange }: BeginWithProps) {
  const { t } = useTranslation('models')
  const { data: roles = [] } = useQuery(rolesQuery(useTeam().id))
  const { template, role } = beginning
  return (
    <>
      <Radio.Group
        label={t('begin.label')}
        value={template}
        onChange={value =>
          onChange({ ...beginning, template: TEMPLATES.find(each => each === value) ?? 'empty' })
        }
      >
        <Stack gap="xs" mt="xs">
          {(['empty', ...TEMPLATES] as const).map(each => (
            <Radio
              key={each}
              value={each}
              label={t(`begin.${each}`)}
              description={t(`begin.${each}Text`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {template === 'empty' || roles.length === 0 ? null : (
        <Select
          label={t('begin.role')}
          description={t('begin.roleHint')}
          data={roles.map(each => ({ value: String(each.id), label: each.name }))}
          value={role}
          onChange={next => onChange({ ...beginning, role: next })}
          clearable
        />
      )}
    </>
  )
}
