import { Select, type SelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readData, textAt, withMember } from '@/shared/diagram/data'
import type { Moddle } from '@/shared/diagram/model'
import { ColorDot, RoleTag } from '@/shared/ui/RoleTag'
import { laneNameOf, owningProcess } from '../graph/lanes'
import { useDiffers, useSetData, useSubject } from './PanelContext'

/** Who does it; empty says what counts instead: the lane's role, or the process's. */
export function RoleField({ label }: { label: string }) {
  const { t } = useTranslation('editor')
  const { roles, data, object, others } = useSubject()
  const setData = useSetData()
  const chosen = textAt(data, 'assignedRole')
  const role = roles.find(each => String(each.id) === chosen)
  const renderOption: SelectProps['renderOption'] = ({ option }) => {
    const shown = roles.find(each => String(each.id) === option.value)
    return shown ? <RoleTag role={shown} plain /> : option.label
  }
  const differs = useDiffers('assignedRole')
  const fallback = useFallback(object)
  return (
    <Select
      label={label}
      placeholder={differs ? t('panel.differs') : fallback.placeholder}
      description={chosen === '' && others.length === 0 ? fallback.text : undefined}
      error={chosen !== '' && !role ? t('role.gone') : undefined}
      data={roles.map(each => ({ value: String(each.id), label: each.name }))}
      value={role ? chosen : null}
      leftSection={role ? <ColorDot color={role.color} /> : undefined}
      renderOption={renderOption}
      clearable
      searchable={roles.length > 8}
      clearButtonProps={{ 'aria-label': t('role.clear') }}
      onChange={value => setData(before => withMember(before, 'assignedRole', value ?? undefined))}
    />
  )
}

/** Who does it when nobody is chosen here. */
function useFallback(of: Moddle): { placeholder: string; text: string | undefined } {
  const { t } = useTranslation('editor')
  const { roles, others } = useSubject()
  if (others.length > 0) return { placeholder: t('role.none'), text: undefined }
  const lane = laneNameOf(of)
  const byLane = roles.find(each => each.name.toLowerCase() === lane?.toLowerCase())
  if (byLane) return { placeholder: byLane.name, text: t('role.byLane', { role: byLane.name }) }
  const process = owningProcess(of)
  const inherited = process && process !== of ? textAt(readData(process), 'assignedRole') : ''
  const byProcess = roles.find(each => String(each.id) === inherited)
  if (byProcess) {
    return { placeholder: byProcess.name, text: t('role.byProcess', { role: byProcess.name }) }
  }
  return {
    placeholder: t('role.none'),
    text: lane ? t('role.laneWithoutRole', { lane }) : undefined,
  }
}
