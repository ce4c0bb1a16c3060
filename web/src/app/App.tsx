import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { theme } from '@/shared/theme/theme'
import { Toaster } from '@/shared/ui/Toaster'
import { AccountPreferences } from './AccountPreferences'
import { createQueryClient } from './query-client'
import { createAppRouter } from './router'

/** Providers and routes; variables of the theme come from style sheets, so none are injected. */
export function App() {
  const [queryClient] = useState(createQueryClient)
  const [router] = useState(() => createAppRouter(queryClient))
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <AccountPreferences />
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>
  )
}
