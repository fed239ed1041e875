import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { tellFaults } from './lib/api.ts'
import { installServiceWorker } from './lib/app-update.ts'
import { onTokenNews } from './lib/held-token.ts'
import { withWords } from './lib/language.ts'
import { recoverSession } from './lib/session.ts'
import { beginAt, isPhoneApp } from './lib/server.ts'
import { words } from './lib/words.ts'
import { App } from './routes/app.tsx'
import { loadFirstScreen } from './routes/screens.tsx'

const FIRST_SCREEN_MS = 1500

const loadProblemWords = withWords(() => import('./lib/problem-words.ts'))

export async function start() {
  tellFaults({ unreachable: words.unreachable, somethingWrong: words.somethingWrong })
  if (isPhoneApp()) beginAt((await (await import('./lib/phone/phone-store.ts')).keptServer()) ?? '')
  await recoverSession()
  onTokenNews((news) => news.kind === 'ended' && news.isSentAway === true && void leaveSentAway().catch(() => undefined))
  await loadFirstScreen()
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  afterFirstPaint()
}

const leaveSentAway = async () => (await import('./lib/leave-sent-away.ts')).leaveSentAway()

/** The app works without these, only not yet without a network: they come when a slow phone shows its first screen too. */
function afterFirstPaint() {
  if (document.readyState === 'complete') setTimeout(becomeWhole, FIRST_SCREEN_MS)
  else addEventListener('load', afterFirstPaint)
}

function becomeWhole() {
  void loadProblemWords().catch(() => undefined)
  void installServiceWorker().catch(() => undefined)
}
