import { plural, t } from '@lingui/core/macro'
import type { LogbookStatus } from '../../lib/logbook.ts'

export const changes = (count: number) => plural(count, { one: '# change', other: '# changes' })

/** What is true of the log here when nothing waits: only a round that came to its end has synced everything. */
export function restText({ phase, isComplete, lastSyncedAt }: Pick<LogbookStatus, 'phase' | 'isComplete' | 'lastSyncedAt'>): string {
  if (lastSyncedAt !== undefined && isComplete && phase !== 'waiting') return words.synced
  return phase === 'syncing' || phase === 'opening' ? words.arriving : words.nothingWaits
}

export const words = {
  synced: t`Everything is synced`,
  arriving: t`Still fetching from the server`,
  nothingWaits: t`Nothing here waits to be sent`,
  unsynced: (count: number) => plural(count, { one: '# change not yet synced', other: '# changes not yet synced' }),
  refused: (count: number) => plural(count, { one: '# change needs attention', other: '# changes need attention' }),
  refusedSaid: (count: number) =>
    plural(count, {
      one: '# change was not accepted by the server. It is kept here until you decide.',
      other: '# changes were not accepted by the server. They are kept here until you decide.',
    }),
  signedOut: t`The server asks for your password again. Your sets are safe on this phone.`,
  signIn: t`Sign in again`,
  notSaved: t`The last change is not saved. Free some space on this device, close other tabs of the app, then try again.`,
  notSavedTitle: t`Not saved`,
  tryAgain: t`Try again`,
  plainHttpTitle: t`This page is not secure (http)`,
  plainHttp: t`Here the browser gives the app no offline start, no crash-proof journal, no screen lock and no notifications. Each set is sent at once. Open the app over https, for example with \`gymgenius serve --tls auto\`.`,
  noJournalTitle: t`This browser keeps sets less safely`,
  noJournal: t`It has no private file storage (a private window, perhaps). Each set is sent at once; stay connected, or use an ordinary window.`,
  newVersion: t`A new version is ready.`,
  takeIt: t`Use it`,
}
