import type { LogbookStatus } from '../../lib/logbook.ts'

export const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

/** What is true of the log here when nothing waits: only a round that came to its end has synced everything. */
export function restText({ phase, isComplete, lastSyncedAt }: Pick<LogbookStatus, 'phase' | 'isComplete' | 'lastSyncedAt'>): string {
  if (lastSyncedAt !== undefined && isComplete && phase !== 'waiting') return words.synced
  return phase === 'syncing' || phase === 'opening' ? words.arriving : words.nothingWaits
}

export const words = {
  synced: 'Everything is synced',
  arriving: 'Still fetching from the server',
  nothingWaits: 'Nothing here waits to be sent',
  unsynced: (count: number) => `${changes(count)} not yet synced`,
  refused: (count: number) => `${changes(count)} ${count === 1 ? 'needs' : 'need'} attention`,
  signedOut: 'The server asks for your password again. Your sets are safe on this phone.',
  signIn: 'Sign in again',
  notSaved: 'The last change is not saved. Free some space on this device, close other tabs of the app, then try again.',
  notSavedTitle: 'Not saved',
  tryAgain: 'Try again',
  plainHttpTitle: 'This page is not secure (http)',
  plainHttp:
    'Here the browser gives the app no offline start, no crash-proof journal, no screen lock and no notifications. Each set is sent at once. Open the app over https, for example with `gymgenius serve --tls auto`.',
  noJournalTitle: 'This browser keeps sets less safely',
  noJournal:
    'It has no private file storage (a private window, perhaps). Each set is sent at once; stay connected, or use an ordinary window.',
  newVersion: 'A new version is ready.',
  takeIt: 'Use it',
}
