import { t } from '@lingui/core/macro'
/** What is said of a set that the clock or the tape measures. */
export const measuredWords = {
  metres: t`Metres`,
  metresFault: t`Metres, up to 1000 km`,
  start: t`Start the clock`,
  stop: t`Stop the clock`,
  running: t`Running`,
  reached: t`Time is up`,
  tookText: (text: string) => t`Took ${text}`,
}
