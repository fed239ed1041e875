const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

export const words = {
  synced: 'Everything is synced',
  unsynced: (count: number) => `${changes(count)} not yet synced`,
  refused: (count: number) => `${changes(count)} ${count === 1 ? 'needs' : 'need'} attention`,
  title: 'Sync',
  safe: 'They are safe on this phone and go to the server as soon as it can be reached.',
  safeInBrowser: 'This browser keeps them less safely than others: stay connected until they are synced.',
  away: 'The server cannot be reached just now. Logging goes on.',
  signedOut: 'The server asks for your password again. Your sets are safe on this phone.',
  signIn: 'Sign in again',
  syncNow: 'Sync now',
  lastSynced: (when: string) => `Last synced ${when}`,
  refusedTitle: 'Needs attention',
  refusedText: 'The server did not accept these. They stay here until you decide.',
  retry: 'Try again',
  discard: 'Discard',
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
  signOut: 'Sign out',
  signOutTitle: 'Sign out with unsynced changes?',
  signOutText: (count: number) =>
    `${changes(count)} on this phone ${count === 1 ? 'has' : 'have'} not reached the server. ${count === 1 ? 'It stays here and syncs' : 'They stay here and sync'} when you sign in again on this phone.`,
  signOutAnyway: 'Sign out anyway',
  stay: 'Stay',
  entities: { workout: 'Workout', set: 'Set', routine: 'Routine', movement: 'Movement' },
  kinds: { put: 'new', patch: 'changed', delete: 'deleted' },
}
