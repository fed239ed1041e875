import { plural, t } from '@lingui/core/macro'

export const words = {
  close: t`Close`,
  loading: t`Loading`,
  less: (what: string) => t`Less ${what}`,
  more: (what: string) => t`More ${what}`,
  passwordHint: t`At least 10 characters. A few words you can remember are best.`,
  reps: (reps: number) => plural(reps, { one: '# rep', other: '# reps' }),
  perSide: (what: string) => t`${what} per side`,
  toFailure: t`to failure`,
  rir: t`Reps in reserve`,
  rpe: t`RPE`,
  rirHint: t`How many more you could have done. 0 is the floor: below it is failure, with the reps you did.`,
  failure: t`Fail`,
  failureHint: t`You tried another repetition and it did not go`,
}
