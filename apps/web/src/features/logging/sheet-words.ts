import { plural, t } from '@lingui/core/macro'
import type { PlanChange } from './brought-up.ts'
import { words } from './words.ts'

const planChanges: Readonly<Record<PlanChange, string>> = {
  sets: t`movements and sets`,
  loads: t`loads`,
  reps: t`reps`,
  amounts: t`times and distances`,
}

/** What only the sheets say, which come when they are opened. */
export const sheetWords = {
  ...words,
  moveUp: (name: string) => t`Move ${name} up`,
  moveDown: (name: string) => t`Move ${name} down`,
  skip: t`Skip today`,
  unskip: t`Do it after all`,
  remove: t`Remove`,
  noHistory: t`Nothing here yet. Earlier sets of this movement will be listed.`,
  whyTitle: t`Why this load`,
  offlineNote: t`Worked out on this phone.`,
  confidence: (percent: number) => t`The chance to land in the range is ${percent} %.`,
  warmUp: t`Warm-up`,
  addWarmUp: t`Add a warm-up`,
  editSet: t`Correct this set`,
  uncheck: t`Not done after all`,
  deleteSet: t`Delete this set`,
  aboutIt: t`Cues, muscles and records`,
  note: t`Note`,
  updateRoutine: t`Update the routine with what I did`,
  changesOfPlan: (changes: readonly PlanChange[]) => t`Changes: ${changes.map((change) => planChanges[change]).join(', ')}.`,
  saveRoutine: t`Keep this as a routine`,
  sessionEffort: t`How hard was it as a whole?`,
  sessionEffortHint: t`1 is very easy, 10 is all you had. You can leave it out.`,
  muscles: t`Muscles`,
  setsDone: (done: string) => t`${done} sets`,
  setsOfPlan: (done: string, planned: string) => t`${done} of ${planned} sets`,
  nothingDone: t`No set was logged. Discard this workout?`,
  discard: t`Discard workout`,
  goOnLogging: t`Go on logging`,
  unfinishedMovements: (count: number) =>
    plural(count, {
      one: '# movement is not finished; what was not done is left out.',
      other: '# movements are not finished; what was not done is left out.',
    }),
}
