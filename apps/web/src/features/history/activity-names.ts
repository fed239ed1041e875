import { activities, type ActivityMetric, type KnownActivity } from '@gymgenius/domain'
import type { EntryOf } from '../../lib/view/body-masses.ts'

type Own = EntryOf<'activity'>

/** Whether everybody has it, so that its name stands in the catalogs. */
export const isKnownActivity = (activity: string): activity is KnownActivity => Object.hasOwn(activities, activity)

/** What is asked of an activity: of one's own what its maker said, of the known ones what is usual. */
export const metricsOf = (activity: string, own: readonly Pick<Own, 'name' | 'metrics'>[]): readonly ActivityMetric[] =>
  own.find(({ name }) => name === activity)?.metrics ?? activities[isKnownActivity(activity) ? activity : 'other']

/** A name that nothing else is logged by; undefined where there is none in it. */
export function freeName(name: string, self: Pick<Own, 'id'>, all: readonly Pick<Own, 'id' | 'name'>[]): string | undefined {
  const wanted = name.trim()
  const isTaken = isKnownActivity(wanted) || all.some((other) => other.id !== self.id && other.name.toLowerCase() === wanted.toLowerCase())
  return wanted === '' || isTaken ? undefined : wanted
}
