import { ActionIcon, Button } from '@mantine/core'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Toaster.module.css'
import { type Toast, toastStore } from './toast-store'

/** The place where short messages appear; read out politely, and never gone while somebody points at them. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read)
  return (
    <div className={classes.region} aria-live="polite">
      {toasts.map(toast => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const { id, duration, undo } = toast
  const Icon = toast.kind === 'done' ? Check : TriangleAlert

  useEffect(() => {
    if (held) return
    const timer = window.setTimeout(() => toastStore.dismiss(id), duration)
    return () => window.clearTimeout(timer)
  }, [held, id, duration])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing to operate; pointing at it only keeps it from leaving.
    <div
      className={`${classes.toast} ${toast.kind === 'failed' ? classes.failed : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <span className={classes.message}>{toast.message}</span>
      {undo ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            toastStore.dismiss(id)
            undo()
          }}
        >
          {t('action.undo')}
        </Button>
      ) : null}
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={t('action.close')}
        onClick={() => toastStore.dismiss(id)}
      >
        <X size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}
