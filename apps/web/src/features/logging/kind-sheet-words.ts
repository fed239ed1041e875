import { t } from '@lingui/core/macro'
/** What only the sheet behind a set's number says. */
export const kindSheetWords = {
  title: (label: string) => t`Set ${label}`,
  toFailure: t`To failure`,
  toFailureHint: t`Until a rep does not go. Said for you when the set is logged.`,
  tempo: t`Tempo`,
  tempoHint: t`Seconds down, held, up, held: 3-1-1-0. X is as fast as possible.`,
  tempoFault: t`Three or four numbers with dashes, such as 3-1-X-0`,
  note: t`Note`,
  keep: t`Done`,
  remove: t`Remove this set`,
}
