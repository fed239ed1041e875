import { t } from '@lingui/core/macro'
/** What only the form of a set says. */
export const setFormWords = {
  parts: t`Then`,
  partLoad: (place: number, unit: string) => t`Part ${place}, load (${unit})`,
  partReps: (place: number) => t`Part ${place}, reps`,
  removePart: (place: number) => t`Remove part ${place}`,
  addPart: t`Add a part`,
  metres: t`Metres`,
  metresFault: t`Metres, up to 1000 km`,
  tempo: t`Tempo`,
  tempoFault: t`Three or four numbers with dashes, such as 3-1-X-0`,
  countFault: t`Give reps, a time or a distance`,
}
