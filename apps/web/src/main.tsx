import './ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { installServiceWorker } from './lib/app-update.ts'
import { recoverSession } from './lib/session.ts'
import { applyTheme } from './lib/theme.ts'
import { trustOwnScripts } from './lib/trusted-scripts.ts'
import { App } from './routes/app.tsx'

trustOwnScripts()
applyTheme()
const root = createRoot(document.getElementById('app')!)
void recoverSession().then(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)

// After the first paint: the app works without it, only not yet without a network.
addEventListener('load', () => void installServiceWorker().catch(() => undefined))
