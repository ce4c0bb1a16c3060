import { useComputedColorScheme } from '@mantine/core'
import { useLayoutEffect } from 'react'
import type { ColorScheme } from '@/shared/api/types'
import { accentOf, accentVariables, isHexColor } from './accent'

/** Tints the whole page, floating layers included, with a team's colours while the caller is mounted. */
export function useAccent(scheme: ColorScheme | undefined): void {
  const appearance = useComputedColorScheme('light')
  const from = scheme?.from
  const to = scheme?.to
  useLayoutEffect(() => {
    if (!from || !to || !isHexColor(from) || !isHexColor(to)) return
    const root = document.documentElement
    const variables = accentVariables(accentOf({ from, to }, appearance))
    for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value)
    return () => {
      for (const name of Object.keys(variables)) root.style.removeProperty(name)
    }
  }, [from, to, appearance])
}
