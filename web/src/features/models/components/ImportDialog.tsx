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
import { type ImportedModel as Imported, useCheckAgain } from '../api/models'
import classes from './ImportDialog.module.css'
import { NobodysSteps } from './NobodysSteps'
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

  const look = () => checkAgain.mutate(models, { onSuccess: setModels })
  const rolesMissing = result.proposedRoles.length > 0 && !rolesMade
  const forNobody = models.filter(model => stepsOfNobody(model) > 0)

  function onRolesMade() {
    setRolesMade(true)
    // Steps that had nobody have somebody now.
    look()
  }

  return (
    <Stack gap="md">
      {rolesMissing ? <ProposedRoles names={result.proposedRoles} onMade={onRolesMade} /> : null}
      {!rolesMissing && forNobody.length > 0 && !checkAgain.isPending ? (
        <NobodysSteps
          models={forNobody}
          steps={forNobody.reduce((sum, model) => sum + stepsOfNobody(model), 0)}
          onGiven={look}
        />
      ) : null}
      {checkAgain.error ? <ErrorNote error={checkAgain.error} /> : null}
      <section
        className={classes.models}
        aria-busy={checkAgain.isPending}
        aria-label={t('models:import.findings')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
        tabIndex={0}
      >
        {models.map(model => (
          <ImportedModel key={model.id} model={model} single={models.length === 1} />
        ))}
      </section>
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

const stepsOfNobody = (model: Imported) =>
  model.findings.filter(finding => finding.code === 'no-role').length

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

type ImportedModelProps = { model: Imported; single: boolean }

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
