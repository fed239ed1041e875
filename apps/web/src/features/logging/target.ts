import type { GymLoading } from '../../lib/gym-loading.ts'
import type { LoadSteps, Movement, PerformedSet, PlannedSet } from '@gymgenius/contracts'
import { instantOf, kg, seconds, type Instant, type Kilograms, type Reps, type Rir, type Seconds } from '@gymgenius/domain'
import {
  gridOf,
  nearestLoad,
  prescribe,
  toldUnderPain,
  underPain,
  type MovementPrior,
  type Prescription,
  type Target,
  type TrainingSnapshot,
} from '@gymgenius/engine'
import { type MyRules, verdictFor } from '../../lib/verdict.ts'
import type { Settings } from '../../lib/settings.ts'
import type { SetRow } from './rows.ts'
import { asReps, asRir, snapshotOf } from '../../lib/snapshot.ts'

/** What is known about a movement when its next set is asked for. */
export interface Ground {
  readonly movement: Movement
  /** Of all workouts, this one included, oldest first. */
  readonly sets: readonly PerformedSet[]
  readonly workoutId: PerformedSet['workoutId']
  readonly startedAt: Instant
  readonly settings: Settings
  readonly rules: MyRules
  readonly loadSteps: readonly LoadSteps[]
  /** What the gym of this workout can load, where that was said; it comes before all else that is known of loads. */
  readonly gym?: GymLoading | undefined
  readonly synced: TrainingSnapshot | undefined
  /** What the lifter's other movements say of this one. */
  readonly prior?: MovementPrior | null | undefined
}

/** What one set should be. */
export interface SetTarget {
  readonly load: Kilograms
  readonly reps: Reps
  readonly repLow: Reps
  readonly repHigh: Reps
  readonly rir: Rir | undefined
  readonly rest: Seconds
  /** Where the set is done for time. */
  readonly seconds: Seconds | undefined
  /** Absent for warm-ups and timed sets, which the engine does not prescribe. */
  readonly prescription: Prescription | undefined
}

/** Warm-ups climb to this share of the work load, and rest this long. Judgement. */
const WARM_UP = { from: 0.5, to: 0.8, reps: 5, rest: 60 } as const
const TIMED_REST = 90

type Coming = Extract<SetRow, { state: 'coming' }>

/** The target of a set still to come, worked out on this phone by the same function as on the server. */
export function targetOf(ground: Ground, row: Coming, allRows: readonly SetRow[]): SetTarget {
  const { planned } = row
  const { movement, sets, settings, loadSteps, synced, gym, prior } = ground
  const known = snapshotOf(movement, sets, settings, loadSteps, synced, gym?.loads, prior)
  const wanted: Target = {
    setNumber: row.setNumber,
    workoutId: ground.workoutId,
    at: timeOfTarget(ground),
    goalStrength: ground.settings.goalStrength,
    repLow: asReps(planned.kind === 'warm_up' ? undefined : planned.repLow),
    repHigh: asReps(planned.kind === 'warm_up' ? undefined : planned.repHigh),
    rir: asRir(planned.kind === 'warm_up' ? undefined : planned.rir),
  }
  const { snapshot, prescription } = advised({ snapshot: known, target: wanted }, ground)
  if (planned.durationSeconds !== undefined) return timed(planned, prescription)
  if (planned.kind === 'warm_up') return warmUp(planned, prescription, snapshot, allRows, row)
  const { repLow, repHigh, rir, rest } = prescription
  return {
    load: planned.loadKg ?? prescription.load,
    reps: expectedReps(prescription),
    repLow,
    repHigh,
    rir,
    rest: planned.restSeconds ?? rest,
    seconds: undefined,
    prescription,
  }
}

/** The engine's answer; of a movement that hurts, the careful one, by the same rule as on the server. */
function advised(asked: { readonly snapshot: TrainingSnapshot; readonly target: Target }, { movement, rules }: Ground) {
  const { capped, reasons } = verdictFor(movement, rules, asked.target.at)
  if (!capped) return { snapshot: asked.snapshot, prescription: prescribe(asked.snapshot, asked.target) }
  const { snapshot, target } = underPain(asked)
  return {
    snapshot,
    prescription: toldUnderPain(
      prescribe(snapshot, target),
      reasons.find((reason) => reason.code === 'pain'),
    ),
  }
}

/** The repetitions to say with one tap: what is to be expected, within what is asked. */
export function expectedReps({ interval, repLow, repHigh }: Prescription): Reps {
  const middle = Math.round((interval.low + interval.high) / 2)
  return Math.min(repHigh, Math.max(repLow, middle)) as Reps
}

/** Warm-ups climb evenly towards the work load. They are an offer, never the ground of another target. */
function warmUp(planned: PlannedSet, work: Prescription, snapshot: TrainingSnapshot, rows: readonly SetRow[], row: Coming): SetTarget {
  const warmUps = rows.filter((each) => (each.state === 'done' ? each.set.kind : each.planned.kind) === 'warm_up')
  const place = warmUps.findIndex(({ key }) => key === row.key)
  const share = WARM_UP.from + ((WARM_UP.to - WARM_UP.from) * place) / Math.max(1, warmUps.length - 1)
  const load = planned.loadKg ?? (work.load > 0 ? nearestLoad(gridOf(snapshot.loads), work.load * share) : kg(0))
  const reps = (planned.repHigh ?? planned.repLow ?? WARM_UP.reps) as Reps
  return {
    load,
    reps,
    repLow: planned.repLow ?? reps,
    repHigh: planned.repHigh ?? reps,
    rir: undefined,
    rest: planned.restSeconds ?? seconds(WARM_UP.rest),
    seconds: undefined,
    prescription: undefined,
  }
}

function timed(planned: PlannedSet, { load, repLow, repHigh }: Prescription): SetTarget {
  return {
    load: planned.loadKg ?? kg(planned.kind === 'working' ? 0 : load),
    reps: repLow,
    repLow,
    repHigh,
    rir: undefined,
    rest: planned.restSeconds ?? seconds(TIMED_REST),
    seconds: planned.durationSeconds,
    prescription: undefined,
  }
}

/** Time enters only through layoffs: when this workout began, or its last set, is exact enough and never flickers. */
function timeOfTarget({ sets, startedAt, workoutId }: Ground): Instant {
  const last = sets.findLast((set) => set.workoutId === workoutId)
  return last === undefined ? startedAt : (Math.max(startedAt, instantOf(last.performedAt)) as Instant)
}
