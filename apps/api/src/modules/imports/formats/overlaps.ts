import type { ReadWorkout } from './logbook.ts'
import type { Tell } from './telling.ts'

/** One person trains once at a time. Where many workouts begin while another goes on, two logs may have been mixed. */
export function tellOverlaps(workouts: readonly ReadWorkout[], tell: Tell): void {
  const overlapping = workouts.filter((workout, i) => {
    const before = workouts[i - 1]
    if (before === undefined) return false
    const apart = (workout.startedAt - before.startedAt) / 1000
    return apart < Math.min(before.durationSeconds ?? 0, LONGEST_BELIEVED_SECONDS) - 600 || (apart < 60 && workout.name !== before.name)
  })
  if (overlapping.length < FEWEST || overlapping.length < workouts.length * SHARE) return
  tell(
    overlapping[0]!.line,
    'overlapping_workouts',
    `${overlapping.length} workouts begin while another is going on: are two people's logs in this file? They will all be kept`,
  )
}

const LONGEST_BELIEVED_SECONDS = 3 * 3600
const FEWEST = 3
const SHARE = 0.2
