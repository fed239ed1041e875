/** What else only the options of a movement say. */
export const optionsWords = {
  ramp: 'Warm-up ramp',
  countedBy: 'Sets are counted by',
  measures: { reps: 'Reps', time: 'Time', distance: 'Distance' },
  note: 'Note on this movement',
  noteHint: 'Stays with the routine when you update it.',
}
