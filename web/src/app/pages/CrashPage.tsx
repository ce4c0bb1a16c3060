import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem, asProblem } from '@/shared/api/problem'
import { EmptyState, ErrorState } from '@/shared/ui/States'

/** A refusal of the server with a retry, or a bug of ours with its message and a reload. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  if (error instanceof ApiProblem) return <ErrorState error={error} onRetry={reset} />
  return (
    <div style={{ maxWidth: 560, margin: '12vh auto 0' }} role="alert">
      <EmptyState
        framed={false}
        icon={TriangleAlert}
        title={t('crash.title')}
        text={
          <>
            {t('crash.text')}
            <br />
            <code>{asProblem(error).message}</code>
          </>
        }
        action={
          <Button
            variant="default"
            onClick={() => window.location.reload()}
            leftSection={<RotateCw size={14} aria-hidden />}
          >
            {t('action.reload')}
          </Button>
        }
      />
    </div>
  )
}
