import type { KnownActivity } from '@gymgenius/domain'
import { plural, t } from '@lingui/core/macro'

const names: Readonly<Record<KnownActivity, string>> = {
  run: t`Run`,
  ride: t`Ride`,
  swim: t`Swim`,
  row: t`Rowing`,
  walk: t`Walk`,
  hike: t`Hike`,
  class: t`Class`,
  yoga: t`Yoga`,
  climbing: t`Climbing`,
  ball_game: t`Ball game`,
  racket_game: t`Racket game`,
  martial_arts: t`Martial arts`,
  dance: t`Dance`,
  other: t`Something else`,
}

export const words = {
  names,
  nameOf: (activity: string) => names[activity as KnownActivity] ?? activity,
  log: t`Log an activity`,
  title: t`Activity`,
  what: t`What was it?`,
  name: t`Name`,
  when: t`When`,
  minutes: t`Minutes`,
  kilometres: t`Kilometres`,
  effort: t`How hard was it?`,
  note: t`Note`,
  offerAgain: t`Offer it next time`,
  yours: t`Your activities`,
  noneOfYours: t`None. Log something else by a name of its own, and let it be offered again.`,
  nameTaken: t`Another activity has this name.`,
  removeActivity: (name: string) => t`Do not offer ${name} any more`,
  loggedTimes: (count: number) =>
    plural(count, { one: 'Logged once; a new name goes there too.', other: 'Logged # times; a new name goes there too.' }),
  save: t`Save`,
  remove: t`Delete`,
  notSaved: t`Not saved. Try again.`,
  notNumber: t`Enter a number`,
  distance: (km: string) => t`${km} km`,
}
