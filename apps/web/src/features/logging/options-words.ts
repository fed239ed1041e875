import { t } from '@lingui/core/macro'
/** What else only the options of a movement say. */
export const optionsWords = {
  ramp: t`Warm-up ramp`,
  interval: t`Interval timer`,
  startACircuit: t`Start a circuit`,
  countedBy: t`Sets are counted by`,
  measures: { reps: t`Reps`, time: t`Time`, distance: t`Distance` },
  note: t`Note on this movement`,
  noteHint: t`Stays with the routine when you update it.`,
}
