import { Button } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import classes from './Simulation.module.css'

type SendButtonProps = { icon: LucideIcon; label: string; pending: boolean }

/** Sends the form it stands in. */
export function SendButton({ icon: Icon, label, pending }: SendButtonProps) {
  return (
    <div className={classes.actions}>
      <Button
        type="submit"
        size="xs"
        loading={pending}
        leftSection={<Icon size={14} aria-hidden />}
      >
        {label}
      </Button>
    </div>
  )
}
