import type { LoadKind } from '@gymgenius/domain'

/** What the parts of a set are called, wherever one is entered or mended. */
export const setWords = {
  load: 'Load',
  addedLoad: 'Added load',
  help: 'Help',
  reps: 'Reps',
  seconds: 'Seconds',
  loadFault: 'A load from 0 to 1500 kg',
  repsFault: 'A whole number from 0 to 500',
  secondsFault: 'Seconds, up to a day',
  kind: 'Kind of set',
  note: 'Note',
  save: 'Save',
}

/** What the load of a movement is: on the bar, on the belt, or taken off the body. */
export const loadLabel = (kind: LoadKind | undefined) =>
  kind === 'assisted' ? setWords.help : kind === 'body_weight_plus' ? setWords.addedLoad : setWords.load
