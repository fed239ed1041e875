import { plural, t } from '@lingui/core/macro'
import type { PatchAuthor, PatchState } from '@gymgenius/domain'

/** What is said of changes to a program: before they are decided, while they are made, and later. */
export const changeWords = {
  title: t`Changes`,
  empty: t`No changes yet`,
  emptyText: t`Whatever is changed in this program will stand here: who changed it, when and why, and the way back.`,
  needsServer: t`This needs a connection: programs are changed on the server. Nothing was changed.`,
  needsServerToShow: t`The changes of a program are kept on the server. They show up here when you are connected.`,
  undoConflict: t`This cannot be undone right now: a newer change builds on it, or a session it touched is done. Undo the newer change first.`,
  acceptConflict: t`The program has changed since this was suggested, so it no longer fits. Decline it; if it is still needed, a new one will come.`,
  changeConflict: t`The program was changed in the meantime, perhaps on another device. Look at it again, then decide.`,
  decided: t`This was decided already, perhaps on another device.`,
  fitsAlready: t`The session fits into that time as it is. Nothing has to go.`,
  nothingDifferent: t`Nothing would be different.`,
  undone: t`Undone. The program is as it was before.`,
  done: t`Done. The program is changed.`,
  undo: t`Undo`,
  doIt: t`Do it`,
  cancel: t`Leave it as it is`,
  asking: t`Working out what would change`,
  note: t`Why? (optional)`,
  whatChanges: t`What changes`,
  whatGoes: t`What goes to save time`,
  toKnow: t`Good to know`,
  showAll: (n: number) => plural(n, { one: 'Show # more line', other: 'Show # more lines' }),
  days: t`New days`,
  dayMoves: (session: string, before: string, after: string) => t`${session}: ${before} → ${after}`,
  noDay: t`no day`,
  moreDays: (n: number) => plural(n, { one: '# more session moves along.', other: '# more sessions move along.' }),
  sets: t`Hard sets a week`,
  sameSets: t`Hard sets a week per muscle stay as they are.`,
  setsHint: t`Upper bar: as planned now. Lower bar: with the change. The band behind is the useful range.`,
  setsChange: (muscle: string, before: string, after: number) =>
    plural(after, { one: `${muscle}: ${before} → # set`, other: `${muscle}: ${before} → # sets` }),
  setsSame: (muscle: string, sets: number) => plural(sets, { one: `${muscle}: # set, no change`, other: `${muscle}: # sets, no change` }),
  inWeek: t`In week`,
  forecast: t`Strength at the end of the program`,
  forecastHint: t`Best guess for one repetition, and the range that holds in eight of ten cases. It compares plans; it is no promise.`,
  forecastNone: t`No strength forecast yet: it needs some logged sets of the main lifts in this program.`,
  now: t`Now`,
  without: t`As planned`,
  with: t`With the change`,
  band: (middle: string, low: string, high: string) => t`${middle} (${low} to ${high})`,
  noLongerMet: t`Rules this program would no longer meet`,
  inSessions: (numbers: string) => t`Sessions ${numbers}`,
  waits: t`Waiting for your answer`,
  accept: t`Accept`,
  accepted: t`Accepted. The program is changed.`,
  refuse: t`Decline`,
  refused: t`Declined. Nothing changed, and it will not be suggested again for a week.`,
  cannotUndo: t`Cannot be undone now: a newer change builds on it, or what it touched is done.`,
  yourNote: (note: string) => t`Your note: ${note}`,
  whatExactly: t`Line by line`,
}

export const authorNames: Readonly<Record<PatchAuthor, string>> = {
  athlete: t`You`,
  engine: t`GymGenius`,
  coach: t`Coach`,
  trainer: t`Trainer`,
}

export const stateNames: Readonly<Record<PatchState, string>> = {
  proposed: t`suggested`,
  applied: t`in the program`,
  refused: t`declined`,
  undone: t`undone`,
}

/** What a change was for, by the code of its reason. */
export const changeNames = {
  asked_swap: (before: string, after: string) => (before === '' ? t`Another movement` : t`${after} instead of ${before}`),
  asked_move: (session: string) => t`${session} moved`,
  asked_pin: (session: string) => t`Day for ${session}`,
  asked_rest: (session: string) => t`Rest before ${session}`,
  asked_skip: (session: string) => t`${session} left out`,
  asked_take_up: (session: string) => t`${session} taken back in`,
  asked_merge: (session: number, other: number) => t`Sessions ${session} and ${other} in one`,
  asked_fit: (session: string, minutes: string) => t`${session} in ${minutes} min`,
  asked_deload: t`Deload now`,
  asked_days: (days: number) => plural(days, { one: '# day a week', other: '# days a week' }),
  asked_split: (split: string) => t`Another split: ${split}`,
  asked_edit: (session: string) => t`${session} written by hand`,
  made_again: t`Made again`,
  workout_expired: t`A day of rest: your last workout was left open and closed by itself`,
  deload_advised: t`A lighter week`,
  other: t`A change`,
}

/** Why a lighter week is proposed. */
export const deloadWords = {
  intro: t`What you logged speaks for a lighter week: half of the sets, a little less load and two more reps in reserve.`,
  strength_falls: (percent: string) => t`Your main lifts are ${percent} % weaker than in the weeks before.`,
  readiness_falls: t`Your mornings feel worse than they usually do.`,
  targets_missed: t`You miss the planned reps more often than before.`,
  more_sets: (percent: string) => t`You did ${percent} % more hard sets than in the weeks before.`,
}

/** One difference, in a sentence. */
export const lineTexts = {
  movement_added: (movement: string, sets: number) => t`In: ${movement}, ${setsOf(sets)}`,
  movement_removed: (movement: string, sets: number) => t`Out: ${movement}, ${setsOf(sets)}`,
  movement_swapped: (before: string, after: string) => t`${after} instead of ${before}`,
  sets: (movement: string, before: number, after: string) => t`${movement}: ${before} → ${after}`,
  sets_changed: (movement: string) => t`${movement}: other reps, load or reserve`,
  minutes: (before: number, after: number) => t`${before} min → ${after} min`,
  weeks_replaced: (from: number, before: string, after: string) => t`New from week ${from} on: ${after} instead of ${before}`,
  session_moved: (other: string) => t`Comes before ${other}`,
  session_last: t`Comes last`,
  session_skipped: t`Is left out`,
  session_taken_up: t`Is back in`,
  session_pinned: (day: string) => t`Has its own day: ${day}`,
  session_unpinned: t`Has no day of its own any more`,
  rest_days: (before: number, after: string) => (before === 0 ? t`${after} before it` : t`${after} before it instead of ${before}`),
  cut_movement: (movement: string, sets: string) => t`${movement} goes: ${sets}`,
  cut_sets: (movement: string, gone: string, left: number) =>
    plural(left, { one: `${movement}: ${gone} fewer, # left`, other: `${movement}: ${gone} fewer, # left` }),
  cut_alternated: (movement: string, other: string) => t`${movement} and ${other} in turn, without losing a set`,
  no_shorter: (minutes: number) => t`It cannot get shorter than about ${minutes} min without losing what the session is built around.`,
  movement_twice: (movement: string, session: string) => t`${movement} then stands twice in ${session}.`,
}

export const setsOf = (n: number) => plural(n, { one: '# set', other: '# sets' })
export const sessionsOf = (n: number) => plural(n, { one: '# session', other: '# sessions' })
export const restDaysOf = (n: number) => plural(n, { one: '# day of rest', other: '# days of rest' })
export const unnamedSession = (n: number) => t`session ${n}`
