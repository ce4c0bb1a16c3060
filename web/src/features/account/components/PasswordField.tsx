import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A password with a hint for the caps lock; pasting and password managers are welcome. */
export function PasswordField({ description, ...props }: PasswordInputProps) {
  const { t } = useTranslation('account')
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      {...props}
      description={capsLock ? t('password.capsLock') : description}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      onKeyUp={watch}
      onKeyDown={watch}
    />
  )
}
