import { DAY_MS, type Instant, kg, type Kilograms, reps, rir, type Rir, seconds, seededRng, type WorkoutId } from '@gymgenius/domain'
import { emptyLifter, type LifterBelief } from '../capacity/belief.ts'
import { observe } from '../capacity/lifter.ts'
import type { LoggedSet, MovementFacts } from '../lifter/sets.ts'
import { type DayShown, dayShown, deloadAdvice, type ReadinessNote } from '../programming/progression/deload-signs.ts'
import { between, normalDraw } from './chance.ts'
import { coaches } from './coaches.ts'
import { drawLift, drawLifter, type Lifter } from './lifter.ts'
import { Trainee } from './training.ts'

/** What came of twelve weeks, days counted from their beginning. */
export interface WatchedLifter {
  /** Since when true strength has been 5 % below its best for a week; undefined where it never was. */
  readonly overreachedOn: number | undefined
  /** When life began to take the recovery away; undefined where it never did. */
  readonly troubledFrom: number | undefined
  /** Days on which a deload was advised. */
  readonly advisedOn: readonly number[]
  /** What spoke for one after each workout. */
  readonly signs: readonly { readonly day: number; readonly signs: number }[]
}

export interface Watching {
  /** Recovery breaks down in one of weeks 4 to 8. */
  readonly isTroubled: boolean
  readonly keepsDiary: boolean
}

const START = 1_772_474_400_000
const WEEKS = 12
const LIFTS = 3
const SETS = 3
const RANGE = { repLow: 6, repHigh: 8, rir: 2 }
const OVERREACHED = 0.05

/**
 * Twelve weeks, twice a week, three lifts by the engine's advice. Troubled lifters sleep badly from some day on: a workout tires them
 * two to four times as much, and that takes two to three weeks to be slept off. They go on as before; only what the signs say is
 * noted.
 */
export function watchLifter(seed: number, { isTroubled, keepsDiary }: Watching): WatchedLifter {
  const rng = seededRng(seed * 104_729)
  const healthy = drawLifter(rng)
  const bodyMass = between(rng, 55, 110)
  const troubled: Lifter = { ...healthy, tirednessCost: between(rng, 0.04, 0.07), tirednessDays: between(rng, 14, 21) }
  const troubledFrom = isTroubled ? Math.floor(between(rng, 28, 56)) : undefined
  const trainees = Array.from({ length: LIFTS }, () => new Trainee(healthy, drawLift(rng), START))
  const halls = trainees.map((trainee) => ({ stepKg: 2.5, minKg: 20, trainee, bodyMass }))
  const advisers = halls.map((hall) => coaches.engine(hall))
  let belief: LifterBelief = emptyLifter()
  const shown: DayShown[][] = trainees.map(() => [])
  const readiness: ReadinessNote[] = []
  const advisedOn: number[] = []
  const signs: { day: number; signs: number }[] = []
  const strengths: { day: number; share: number }[] = []
  const best = trainees.map(({ strength }) => strength)
  for (let workout = 0; workout < 2 * WEEKS; workout++) {
    const day = Math.floor(workout * 3.5)
    const opened = (START + day * DAY_MS) as Instant
    if (troubledFrom !== undefined && day >= troubledFrom) for (const trainee of trainees) trainee.becomes(troubled)
    const workoutId = `day ${day}` as WorkoutId
    trainees.forEach((trainee, lift) => {
      trainee.beginWorkout(opened, seededRng(seed * 1_000_003 + lift * 1009 + workout * 17))
      let at = (opened + lift * 15 * 60_000) as Instant
      let missed = 0
      for (let setNumber = 1; setNumber <= SETS; setNumber++) {
        const asked = { at, workoutId, setNumber, ...RANGE }
        const advised = advisers[lift]!.advise(asked)
        const done = trainee.perform(advised.load, advised.repHigh, advised.rir)
        advisers[lift]!.see(asked, advised, done)
        belief = observe(belief, logged(movements[lift]!, asked, advised.load, done, setNumber === 1 ? null : advised.rest, bodyMass))
        missed += Number(done.reps < RANGE.repLow && workout > 0)
        trainee.rest(advised.rest)
        at = (at + (advised.rest + 40) * 1000) as Instant
      }
      const day = dayShown(belief.movements[movements[lift]!.key]!, { sets: SETS, missed })
      if (day !== undefined && workout > 0) shown[lift]!.push(day)
      best[lift] = Math.max(best[lift]!, trainee.strength)
    })
    const share = trainees.reduce((sum, { strength }, lift) => sum + strength / best[lift]!, 0) / LIFTS
    strengths.push({ day, share })
    if (keepsDiary) readiness.push({ at: opened, z: normalDraw(rng) - (1 - share) / 0.04 })
    const at = (opened + 2 * 3_600_000) as Instant
    const advice = deloadAdvice({ at, movements: shown, readiness, lastDeloadAt: START as Instant })
    signs.push({ day, signs: advice.signs })
    if (advice.isAdvised) advisedOn.push(day)
  }
  return { overreachedOn: overreachedOn(strengths), troubledFrom, advisedOn, signs }
}

const movements = Array.from({ length: LIFTS }, (_, lift): MovementFacts => ({
  key: `lift ${lift}`,
  pattern: 'horizontal_push',
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
}))

const isLow = ({ share }: { readonly share: number }) => share <= 1 - OVERREACHED

function overreachedOn(strengths: readonly { readonly day: number; readonly share: number }[]): number | undefined {
  const from = strengths.findIndex(
    (one, i) => isLow(one) && strengths.slice(i, i + 3).length === 3 && strengths.slice(i, i + 3).every(isLow),
  )
  return from < 0 ? undefined : strengths[from]!.day
}

function logged(
  movement: MovementFacts,
  { at, workoutId, setNumber }: { readonly at: Instant; readonly workoutId: WorkoutId; readonly setNumber: number },
  load: number,
  done: { readonly reps: number; readonly saidRir: number; readonly failed: boolean },
  rest: number | null,
  bodyMass: number,
): LoggedSet {
  return {
    movement,
    at,
    workoutKey: workoutId,
    setNumber,
    kind: 'working',
    load: load as Kilograms,
    rir: rir(done.saidRir) as Rir,
    rest: rest === null ? null : seconds(rest),
    bodyMass: kg(bodyMass),
    reps: reps(done.reps),
    toFailure: done.failed,
  }
}
