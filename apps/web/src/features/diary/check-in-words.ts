import { t } from '@lingui/core/macro'

/** What Today says of the check-in. */
export const words = {
  ask: t`How are you today?`,
  checkIn: t`Check in`,
  skip: t`Skip`,
  done: t`Checked in for today`,
  change: t`Change`,
}
