import { call } from '../lib/api.ts'
import { timeNow } from '../lib/clock.ts'
import type { Ledger } from '../lib/ledger.ts'
import { refreshLibrary } from '../lib/library.ts'
import { syncRound, type SyncNews } from '../lib/sync.ts'

/** All that this phone and the server tell each other. It is loaded when the log is open: no set waits for it. */
export const exchange = (ledger: Ledger, news: SyncNews, onLibrary: () => void) =>
  Promise.all([syncRound(ledger, { call, now: timeNow }, news), refreshLibrary(ledger.view, timeNow(), onLibrary)])
