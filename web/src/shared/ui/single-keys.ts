import { useLocalStorage } from '@mantine/hooks'

/** Whether shortcuts of one key without a modifier are on; a person can switch them off (WCAG 2.1.4). */
export function useSingleKeys() {
  return useLocalStorage({
    key: 'processflow.single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
}

/** True while a key belongs to a field, a dialog or a menu instead of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !==
      null
  )
}
