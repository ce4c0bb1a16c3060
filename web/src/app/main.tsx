import '@/shared/theme/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '@/shared/i18n/i18n'
import { App } from './App'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no element with the id root')

await startI18n()
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
