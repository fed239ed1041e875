import { DAY_MS, type Instant, kg, type MovementId, reps, rir, type WorkoutId } from '@gymgenius/domain'
import type { MovementPrior } from '../capacity/prior.ts'
import { log } from '../numerics/elementary.ts'
import type { Traits } from '../capacity/traits.ts'
import type { Loadable, SnapshotSet, Target, TrainingSnapshot } from '../prescription/snapshot.ts'

/** 2 March 2026, 18:00 UTC: when these lifters ask. */
export const NOW = 1_772_474_400_000

/** A barbell bench press in a gym with 2.5 kg steps, by someone of 80 kg. Say only what matters. */
export function aSnapshot({
  sets = [],
  movement = {},
  athlete = {},
  loads = { min: 20, step: 2.5 },
  prior,
  traits,
}: {
  readonly sets?: readonly SnapshotSet[]
  readonly movement?: Partial<TrainingSnapshot['movement']>
  readonly athlete?: Partial<TrainingSnapshot['athlete']>
  readonly loads?: { readonly min: number; readonly step: number; readonly max?: number } | { readonly list: readonly number[] }
  readonly prior?: MovementPrior
  readonly traits?: Traits
} = {}): TrainingSnapshot {
  return {
    movement: { id: 'bench' as MovementId, pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell', ...movement },
    athlete: { bodyMass: kg(80), isNovice: false, hasPain: false, ...athlete },
    loads: loads as Loadable,
    sets,
    ...(traits === undefined ? {} : { traits }),
    ...(prior !== undefined && { prior }),
  }
}

/** The lifter's row and four more movements, all trained yesterday, say `kgMaximum` of this one. Say only what matters. */
export function aPrior({
  kgMaximum = 100,
  sd = 0.4,
  daysAgo = 1,
  groupDaysAgo = daysAgo,
  ...said
}: { readonly kgMaximum?: number; readonly sd?: number; readonly daysAgo?: number; readonly groupDaysAgo?: number | null } & Partial<
  Pick<NonNullable<MovementPrior['strength']>, 'relation' | 'movements'> & Pick<MovementPrior, 'fatigueRatio' | 'surprise'>
> = {}): MovementPrior {
  const { relation = 'same_group', movements = 5, fatigueRatio = 1, surprise = { sum: 0, weight: 0 } } = said
  return {
    strength: { level: log(kgMaximum), variance: sd * sd, at: before(daysAgo), from: 'row' as MovementId, relation, movements },
    fatigueRatio,
    surprise,
    groupTrainedAt: groupDaysAgo === null ? null : before(groupDaysAgo),
  }
}

const before = (days: number) => (NOW - days * DAY_MS) as Instant

/** A working set of `daysAgo`; sets of one day are one workout. `rir` null: not said. */
export function aSet({
  daysAgo,
  loadKg,
  reps: count,
  rir: left = 2,
  kind = 'working',
  toFailure = false,
  minutesAgo = 0,
}: {
  readonly daysAgo: number
  readonly loadKg: number | null
  readonly reps: number | null
  readonly rir?: number | null
  readonly kind?: SnapshotSet['kind']
  readonly toFailure?: boolean
  readonly minutesAgo?: number
}): SnapshotSet {
  return {
    workoutId: `day-${daysAgo}` as WorkoutId,
    at: (NOW - daysAgo * DAY_MS - minutesAgo * 60_000) as Instant,
    kind,
    load: loadKg === null ? null : kg(loadKg),
    reps: count === null ? null : reps(count),
    rir: left === null ? null : rir(left),
    toFailure,
  }
}

/** The first set of today's workout, for 6–8 repetitions with 2 left. */
export function aTarget({
  setNumber = 1,
  goalStrength = 0.5,
  repLow = 6,
  repHigh = 8,
  rir: left = 2,
}: {
  readonly setNumber?: number
  readonly goalStrength?: number
  readonly repLow?: number | null
  readonly repHigh?: number | null
  readonly rir?: number | null
} = {}): Target {
  return {
    setNumber,
    workoutId: 'day-0' as WorkoutId,
    at: NOW as Instant,
    goalStrength,
    repLow: repLow === null ? null : reps(repLow),
    repHigh: repHigh === null ? null : reps(repHigh),
    rir: left === null ? null : rir(left),
  }
}
