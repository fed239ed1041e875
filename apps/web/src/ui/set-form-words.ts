/** What only the form of a set says. */
export const setFormWords = {
  parts: 'Then',
  partLoad: (place: number, unit: string) => `Part ${place}, load (${unit})`,
  partReps: (place: number) => `Part ${place}, reps`,
  removePart: (place: number) => `Remove part ${place}`,
  addPart: 'Add a part',
  metres: 'Metres',
  metresFault: 'Metres, up to 1000 km',
  tempo: 'Tempo',
  tempoFault: 'Three or four numbers with dashes, such as 3-1-X-0',
  countFault: 'Give reps, a time or a distance',
}
