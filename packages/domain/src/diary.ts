/** What a lifter notes beside sets. activity: not done, but what one of theirs is and what is asked of it. */
export const diaryKinds = ['soreness', 'recovery', 'body_weight', 'custom', 'activity'] as const
export type DiaryKind = (typeof diaryKinds)[number]

/** Who said it. */
export const diarySources = ['manual', 'import', 'garmin', 'apple', 'whoop', 'oura'] as const
export type DiarySource = (typeof diarySources)[number]

/** What may be asked of an activity. */
export const activityMetrics = ['durationSeconds', 'distanceMeters', 'effort', 'energyKcal'] as const
export type ActivityMetric = (typeof activityMetrics)[number]

/** What most people do beside lifting, and what is usually told of it. */
export const activities = {
  run: ['durationSeconds', 'distanceMeters', 'effort'],
  ride: ['durationSeconds', 'distanceMeters', 'effort'],
  swim: ['durationSeconds', 'distanceMeters', 'effort'],
  row: ['durationSeconds', 'distanceMeters', 'effort'],
  walk: ['durationSeconds', 'distanceMeters'],
  hike: ['durationSeconds', 'distanceMeters', 'effort'],
  class: ['durationSeconds', 'effort'],
  yoga: ['durationSeconds', 'effort'],
  climbing: ['durationSeconds', 'effort'],
  ball_game: ['durationSeconds', 'effort'],
  racket_game: ['durationSeconds', 'effort'],
  martial_arts: ['durationSeconds', 'effort'],
  dance: ['durationSeconds', 'effort'],
  other: ['durationSeconds', 'distanceMeters', 'effort'],
} as const satisfies Readonly<Record<string, readonly ActivityMetric[]>>
export type KnownActivity = keyof typeof activities
export const knownActivities = Object.keys(activities) as readonly KnownActivity[]
