import { many, words } from './words.ts'

/** What only the sheets say, which come when they are opened. */
export const sheetWords = {
  ...words,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  skip: 'Skip today',
  unskip: 'Do it after all',
  remove: 'Remove',
  noHistory: 'Nothing here yet. Earlier sets of this movement will be listed.',
  whyTitle: 'Why this load',
  offlineNote: 'Worked out on this phone.',
  confidence: (percent: number) => `The chance to land in the range is ${percent} %.`,
  warmUp: 'Warm-up',
  addWarmUp: 'Add a warm-up',
  editSet: 'Correct this set',
  uncheck: 'Not done after all',
  deleteSet: 'Delete this set',
  note: 'Note',
  updateRoutine: 'Update the routine with what I did',
  saveRoutine: 'Keep this as a routine',
  nothingDone: 'No set was logged. Discard this workout?',
  discard: 'Discard workout',
  goOnLogging: 'Go on logging',
  unfinishedMovements: (count: number) => `${many(count, 'movement is', 'movements are')} not finished; what was not done is left out.`,
}
