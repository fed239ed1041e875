import type { GymLoading } from '../../lib/gym-loading.ts'
import type { LoadSteps, Movement, PerformedSet, PlannedSet } from '@gymgenius/contracts'
import { instantOf, kg, seconds, type Instant, type Kilograms, type Reps, type WeighedAt } from '@gymgenius/domain'
import {
  gridOf,
  nearestLoad,
  type Loadable,
  type MovementPrior,
  type Prescription,
  type Readiness,
  type Target,
  type TrainingSnapshot,
} from '@gymgenius/engine'
import type { Asked } from '../../lib/engine/questions.ts'
import { type MyRules, verdictFor } from '../../lib/verdict.ts'
import type { Settings } from '../../lib/settings.ts'
import { askedOf, ofKind } from './kind-targets.ts'
import type { SetRow } from './rows.ts'
import type { SetTarget } from './set-target.ts'
import { asReps, asRir, snapshotOf } from '../../lib/snapshot.ts'

export type { SetTarget } from './set-target.ts'

/** What is known about a movement when its next set is asked for. */
export interface Ground {
  readonly movement: Movement
  /** Of all workouts, this one included, oldest first. */
  readonly sets: readonly PerformedSet[]
  readonly workoutId: PerformedSet['workoutId']
  readonly startedAt: Instant
  readonly settings: Settings
  /** What the lifter weighed when, oldest first; what they weigh now is in the settings. */
  readonly weighings?: readonly WeighedAt[] | undefined
  readonly rules: MyRules
  readonly loadSteps: readonly LoadSteps[]
  /** What the gym of this workout can load, where that was said; it comes before all else that is known of loads. */
  readonly gym?: GymLoading | undefined
  readonly synced: TrainingSnapshot | undefined
  /** What the lifter's other movements say of this one. */
  readonly prior?: MovementPrior | null | undefined
  /** How rested the lifter said they are today. */
  readonly readiness?: Readiness | null | undefined
}

/** Warm-ups climb to this share of the work load, may lie `either` side of it, and rest this long. Judgement. */
const WARM_UP = { from: 0.5, to: 0.8, most: 0.85, either: 0.06, reps: 5, fewest: 2, rest: 60 } as const
const TIMED_REST = 90

export type Coming = Extract<SetRow, { state: 'coming' }>

/** What the engine is asked about the sets still to come: the very question that the server answers too. */
export function questionOf(ground: Ground, coming: readonly Coming[]): Asked['prescriptions'] {
  const { movement, sets, settings, weighings, loadSteps, synced, gym, prior, readiness, rules } = ground
  const at = timeOfTarget(ground)
  const { capped, reasons } = verdictFor(movement, rules, at)
  return {
    snapshot: snapshotOf(movement, sets, settings, loadSteps, synced, gym?.loads, prior, readiness, weighings),
    targets: coming.map((row) => wanted(ground, row, at)),
    pain: capped ? (reasons.find((reason) => reason.code === 'pain') ?? {}) : undefined,
  }
}

function wanted({ workoutId, settings }: Ground, { planned, setNumber }: Coming, at: Instant): Target {
  const { repLow, repHigh, rir } = askedOf(planned)
  return {
    setNumber,
    workoutId,
    at,
    goalStrength: settings.goalStrength,
    repLow: asReps(repLow),
    repHigh: asReps(repHigh),
    rir: asRir(rir),
  }
}

/** The target of a set still to come, from what the engine says of it. */
export function targetOf(prescription: Prescription, ground: Ground, row: Coming, allRows: readonly SetRow[]): SetTarget {
  const { planned } = row
  if (planned.durationSeconds !== undefined || planned.distanceMeters !== undefined) return measured(planned, prescription)
  if (planned.kind === 'warm_up') return warmUp(planned, prescription, ground, allRows, row)
  const { repLow, repHigh, rir, rest } = prescription
  const target = {
    load: planned.loadKg ?? prescription.load,
    reps: expectedReps(prescription),
    repLow,
    repHigh,
    rir,
    rest: planned.restSeconds ?? rest,
    seconds: undefined,
    prescription,
  }
  return ofKind(target, planned, allRows, loadsOf(ground))
}

/** The repetitions to say with one tap: what is to be expected, within what is asked. */
export function expectedReps({ interval, repLow, repHigh }: Prescription): Reps {
  const middle = Math.round((interval.low + interval.high) / 2)
  return Math.min(repHigh, Math.max(repLow, middle)) as Reps
}

/** Warm-ups climb towards the work load. They are an offer, never the ground of another target. */
function warmUp(planned: PlannedSet, work: Prescription, ground: Ground, rows: readonly SetRow[], row: Coming): SetTarget {
  const warmUps = rows.filter((each) => (each.state === 'done' ? each.set.kind : each.planned.kind) === 'warm_up')
  const place = warmUps.findIndex(({ key }) => key === row.key)
  const shares = warmUps.map((_, i) => WARM_UP.from + ((WARM_UP.to - WARM_UP.from) * i) / Math.max(1, warmUps.length - 1))
  const even = shares.map((share) => (work.load > 0 ? nearestLoad(gridOf(loadsOf(ground)), shareOf(work.load, share, ground)) : kg(0)))
  const load = planned.loadKg ?? withFewerPlates(even, work.load, ground.gym)[place]!
  // A ramp takes fewer the heavier it gets, so that it wakes and does not tire.
  const ramp =
    warmUps.length < 3 ? WARM_UP.reps : Math.round(WARM_UP.reps - ((WARM_UP.reps - WARM_UP.fewest) * place) / (warmUps.length - 1))
  const reps = (planned.repHigh ?? planned.repLow ?? ramp) as Reps
  return {
    load,
    reps,
    repLow: planned.repLow ?? reps,
    repHigh: planned.repHigh ?? reps,
    rir: undefined,
    rest: planned.restSeconds ?? seconds(WARM_UP.rest),
    seconds: undefined,
    prescription: undefined,
    ...(planned.loadKg === undefined && even[place] !== load && { insteadOf: even[place]! }),
  }
}

/**
 * Where the gym has plates, warm-ups take whichever load near the even one moves the fewest plates on the way to the work load: nobody
 * gets stronger by a warm-up of 42.5 rather than 40 kg. Work loads are never moved so (decision 0091).
 */
function withFewerPlates(even: readonly Kilograms[], work: Kilograms, gym: GymLoading | undefined): readonly Kilograms[] {
  if (work <= 0 || gym === undefined || gym.plated.length === 0) return even
  const wanted = even.map((loadKg) => ({
    loadKg,
    lowKg: loadKg - WARM_UP.either * work,
    highKg: Math.min(loadKg + WARM_UP.either * work, Math.max(loadKg, WARM_UP.most * work)),
  }))
  const planned = gym.fewest([...wanted, { loadKg: work, lowKg: work, highKg: work }]).slice(0, even.length)
  const climbs = planned.length === even.length && planned.every((load, i) => i === 0 || load >= planned[i - 1]!)
  return climbs ? planned : even
}

/** Of help taken off the body a warm-up takes more, not less: what is left of the body is what is lifted. As much, where its weight is not known. */
function shareOf(load: Kilograms, share: number, { movement, settings }: Ground): number {
  if (movement.loadKind !== 'assisted') return load * share
  const body = Math.max(load, settings.bodyMassKg ?? load)
  return body - share * (body - load)
}

/** What the gym of this workout can put on this movement. */
export const loadsOf = ({ movement, settings, loadSteps, synced, gym }: Ground): Loadable =>
  snapshotOf(movement, [], settings, loadSteps, synced, gym?.loads).loads

function measured(planned: PlannedSet, { load, repLow, repHigh }: Prescription): SetTarget {
  return {
    load: planned.loadKg ?? kg(planned.kind === 'working' ? 0 : load),
    reps: repLow,
    repLow,
    repHigh,
    rir: undefined,
    rest: planned.restSeconds ?? seconds(TIMED_REST),
    seconds: planned.durationSeconds,
    metres: planned.distanceMeters,
    tempo: planned.tempo,
    prescription: undefined,
  }
}

/** Time enters only through layoffs: when this workout began, or its last set, is exact enough and never flickers. */
function timeOfTarget({ sets, startedAt, workoutId }: Ground): Instant {
  const last = sets.findLast((set) => set.workoutId === workoutId)
  return last === undefined ? startedAt : (Math.max(startedAt, instantOf(last.performedAt)) as Instant)
}
