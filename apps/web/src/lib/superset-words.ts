import { t } from '@lingui/core/macro'

/** What is said of movements that are alternated. */
export const supersetWords = {
  link: (name: string) => t`Superset: ${name} and the next movement`,
  unlink: (name: string) => t`No superset: ${name} and the next movement`,
  roundRest: t`Rest after a round`,
  asAdvised: t`As advised`,
  minutes: (minutes: number) => t`${minutes} min`,
  seconds: (seconds: number) => t`${seconds} s`,
}
