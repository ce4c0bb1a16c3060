import { Button, Group, Stack } from '@mantine/core'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '@/shared/api/types'
import { FindingList } from '@/shared/findings/FindingList'
import { useTeam } from '@/shared/team/team'
import { Dialog } from '@/shared/ui/Dialog'
import { ButtonLink } from '@/shared/ui/links'
import { ErrorNote } from '@/shared/ui/States'
import { useCheckAgain } from '../api/models'
import classes from './ImportDialog.module.css'
import { ProposedRoles } from './ProposedRoles'

type ImportDialogProps = { result: ImportResult | null; onClose: () => void }

/** What came of an import: the models made, what was noticed in each, and the roles it speaks of. */
export function ImportDialog({ result, onClose }: ImportDialogProps) {
  const { t } = useTranslation('models')
  return (
    <Dialog
      opened={result !== null}
      onClose={onClose}
      size={620}
      title={t('import.title', { count: result?.processModels.length ?? 0 })}
    >
      {result ? <ImportReport result={result} onClose={onClose} /> : null}
    </Dialog>
  )
}

export function ImportReport({ result, onClose }: { result: ImportResult; onClose: () => void }) {
  const { t } = useTranslation(['models', 'common'])
  const [models, setModels] = useState(result.processModels)
  const [first] = models
  const [rolesMade, setRolesMade] = useState(false)
  const checkAgain = useCheckAgain()

  function onRolesMade() {
    setRolesMade(true)
    // Steps that had nobody have somebody now.
    checkAgain.mutate(models, { onSuccess: setModels })
  }

  return (
    <Stack gap="md">
      {result.proposedRoles.length > 0 && !rolesMade ? (
        <ProposedRoles names={result.proposedRoles} onMade={onRolesMade} />
      ) : null}
      {checkAgain.error ? <ErrorNote error={checkAgain.error} /> : null}
      <div className={classes.models} aria-busy={checkAgain.isPending}>
        {models.map(model => (
          <ImportedModel key={model.id} model={model} single={models.length === 1} />
        ))}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:action.close')}
        </Button>
        {first && models.length === 1 ? (
          <OpenModel id={first.id} label={t('models:import.open')} filled />
        ) : null}
      </Group>
    </Stack>
  )
}

function OpenModel({ id, label, filled }: { id: number; label: string; filled?: boolean }) {
  const team = useTeam()
  return (
    <ButtonLink
      to="/teams/$teamId/processes/$modelId"
      params={{ teamId: team.id, modelId: id }}
      variant={filled ? 'filled' : 'default'}
      size={filled ? 'sm' : 'xs'}
    >
      {label}
    </ButtonLink>
  )
}

type ImportedModelProps = { model: ImportResult['processModels'][number]; single: boolean }

function ImportedModel({ model, single }: ImportedModelProps) {
  const { t } = useTranslation('models')
  return (
    <section>
      <div className={classes.head}>
        <h3 className={classes.name}>{model.name}</h3>
        {single ? null : <OpenModel id={model.id} label={t('import.open')} />}
      </div>
      {model.findings.length === 0 ? (
        <p className={classes.clean}>
          <Check size={15} aria-hidden />
          {t('import.clean')}
        </p>
      ) : (
        <FindingList findings={model.findings} />
      )}
    </section>
  )
}
