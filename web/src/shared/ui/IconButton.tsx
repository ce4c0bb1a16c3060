import { ActionIcon, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'

type IconButtonProps = {
  icon: LucideIcon
  label: string
  disabled?: boolean
  /** Of a tool that is on or off. */
  pressed?: boolean
  onClick: () => void
}

/** A tool of a toolbar; its name is shown when it is pointed at. */
export function IconButton({
  icon: Icon,
  label,
  disabled = false,
  pressed,
  onClick,
}: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        size="sm"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
