import { t } from '@lingui/core/macro'

export const words = {
  today: t`Today`,
  yesterday: t`Yesterday`,
  unreachable: t`The server cannot be reached. Check the connection and try again.`,
  somethingWrong: t`Something went wrong here. Reload and try again.`,
  arriving: t`Your history is still arriving`,
  arrivingSyncing: t`What you see here is not all of it yet.`,
  arrivingWaiting: t`What you see here is not all of it. The rest comes as soon as the server can be reached.`,
  arrivingSignedOut: t`What you see here is not all of it. The rest comes when you have signed in again.`,
}
