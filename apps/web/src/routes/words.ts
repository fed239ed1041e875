import { t } from '@lingui/core/macro'

/** Those in the navigation stand in a sixth of a phone's width: ten letters. */
export const words = {
  places: t`Places`,
  today: t({ message: 'Today', context: 'navigation' }),
  history: t({ message: 'History', context: 'navigation' }),
  progress: t({ message: 'Progress', context: 'navigation' }),
  library: t({ message: 'Library', context: 'navigation' }),
  routines: t({ message: 'Routines', context: 'navigation' }),
  settings: t({ message: 'Settings', context: 'navigation' }),
  notFound: t`There is nothing here`,
  notFoundText: t`The address may be old, or mistyped.`,
  toToday: t`Go to today`,
  broke: t`This screen broke`,
  brokeText: t`Your sets are safe on this phone.`,
  reload: t`Reload`,
}
