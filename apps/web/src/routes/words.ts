import { t } from '@lingui/core/macro'

export const words = {
  places: t`Places`,
  today: t`Today`,
  history: t`History`,
  progress: t`Progress`,
  library: t`Library`,
  routines: t`Routines`,
  settings: t`Settings`,
  notFound: t`There is nothing here`,
  notFoundText: t`The address may be old, or mistyped.`,
  toToday: t`Go to today`,
  broke: t`This screen broke`,
  brokeText: t`Your sets are safe on this phone.`,
  reload: t`Reload`,
}
