import { DAY_MS, type Instant, kg, reps } from '@gymgenius/domain'
import type { LoggedSet, MovementFacts } from '../lifter/sets.ts'
import { NOW } from './builders.ts'

export const movementCalled = (key: string): MovementFacts => ({
  key,
  pattern: 'horizontal_push',
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
})

/** A working set of bench press on day `day`; sets of one day are one workout. Say only what matters. */
export function aLoggedSet({
  day = 0,
  loadKg = 80,
  reps: count = 8,
  setNumber = 1,
  movement = 'bench',
  ...rest
}: { readonly day?: number; readonly loadKg?: number; readonly reps?: number; readonly movement?: string } & Partial<
  Omit<LoggedSet, 'reps' | 'movement'>
> = {}): LoggedSet {
  return {
    movement: movementCalled(movement),
    at: (NOW + day * DAY_MS) as Instant,
    workoutKey: `day ${day}`,
    setNumber,
    kind: 'working',
    load: kg(loadKg),
    rir: null,
    rest: null,
    bodyMass: null,
    reps: reps(count),
    toFailure: false,
    ...rest,
  }
}
