/** What only the sheet behind a set's number says. */
export const kindSheetWords = {
  title: (label: string) => `Set ${label}`,
  toFailure: 'To failure',
  toFailureHint: 'Until a rep does not go. Said for you when the set is logged.',
  tempo: 'Tempo',
  tempoHint: 'Seconds down, held, up, held: 3-1-1-0. X is as fast as possible.',
  tempoFault: 'Three or four numbers with dashes, such as 3-1-X-0',
  note: 'Note',
  keep: 'Done',
  remove: 'Remove this set',
}
