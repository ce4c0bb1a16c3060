import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type Modeler from 'bpmn-js/lib/Modeler'
import { WandSparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Finding, Role } from '@/shared/api/types'
import { withMember } from '@/shared/diagram/data'
import type { Drawn } from '@/shared/diagram/model'
import { rolesQuery } from '@/shared/team/roles'
import { useTeam } from '@/shared/team/team'
import { ColorDot } from '@/shared/ui/RoleTag'
import { Building } from '../canvas/building'
import { Editing, processBehind } from '../canvas/editing'
import { mergeBefore } from '../graph/merge'

type QuickFixProps = { finding: Finding; modeler: Modeler }
type Registry = { get: (id: string) => Drawn | undefined }
type Canvas = { getRootElement: () => Drawn }

/** Mends what was found in one step to undo, where it is plain how. */
export function QuickFix({ finding, modeler }: QuickFixProps) {
  const { t } = useTranslation('editor')
  const element = finding.elementId
    ? modeler.get<Registry>('elementRegistry').get(finding.elementId)
    : undefined
  switch (finding.code) {
    case 'no-role':
    case 'unknown-role':
      return element ? <RoleFix modeler={modeler} element={element} /> : null
    case 'no-start':
      return <FixButton label={t('outline.begin')} onClick={() => new Building(modeler).begin()} />
    case 'lack-of-synchronisation': {
      const merge = element && mergeBefore(element)
      if (!merge) return null
      const wait = () => new Editing(modeler).become(merge, 'bpmn:ParallelGateway')
      return <FixButton label={t('fix.wait')} onClick={wait} />
    }
    default:
      return null
  }
}

function FixButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<WandSparkles size={13} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

/** One role for this step, or for every step that has none. */
function RoleFix({ modeler, element }: { modeler: Modeler; element: Drawn }) {
  const { t } = useTranslation('editor')
  const { data: roles = [] } = useQuery(rolesQuery(useTeam().id))
  if (roles.length === 0) return null
  const editing = new Editing(modeler)
  const behind = processBehind(modeler.get<Canvas>('canvas').getRootElement())
  const items = (give: (role: Role) => void) =>
    roles.map(role => (
      <Menu.Item
        key={role.id}
        leftSection={<ColorDot color={role.color} />}
        onClick={() => give(role)}
      >
        {role.name}
      </Menu.Item>
    ))
  const give = (to: Drawn, object: Drawn['businessObject']) => (role: Role) =>
    editing.setData(to, object, data => withMember(data, 'assignedRole', String(role.id)))
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<WandSparkles size={13} aria-hidden />}
        >
          {t('fix.role')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        <Menu.Label>{t('fix.thisStep')}</Menu.Label>
        {items(give(element, element.businessObject))}
        {behind ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('fix.allSteps')}</Menu.Label>
            {items(give(behind.element, behind.object))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
