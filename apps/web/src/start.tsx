import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { tellFaults } from './lib/api.ts'
import { installServiceWorker } from './lib/app-update.ts'
import { withWords } from './lib/language.ts'
import { recoverSession } from './lib/session.ts'
import { words } from './lib/words.ts'
import { App } from './routes/app.tsx'

const loadProblemWords = withWords(() => import('./lib/problem-words.ts'))

export async function start() {
  tellFaults({ unreachable: words.unreachable, somethingWrong: words.somethingWrong })
  await recoverSession()
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  afterFirstPaint()
}

/** The app works without these, only not yet without a network. */
function afterFirstPaint() {
  if (document.readyState === 'complete') becomeWhole()
  else addEventListener('load', becomeWhole)
}

function becomeWhole() {
  void loadProblemWords().catch(() => undefined)
  void installServiceWorker().catch(() => undefined)
}
