import {
  DAY_MS,
  equipmentKinds,
  type Instant,
  type Kilograms,
  loadKinds,
  type MovementId,
  movementPatterns,
  type Reps,
  type Rir,
  type Rng,
  seededRng,
  type Seconds,
  evidenceKinds,
  type WorkoutId,
} from '@gymgenius/domain'
import { emptyLifter } from '../capacity/belief.ts'
import { movementBelief, observe } from '../capacity/lifter.ts'
import { priorFor } from '../capacity/prior.ts'
import { strengthsOf } from '../capacity/strengths.ts'
import { explain } from '../explanation/explain.ts'
import { emptyHabit } from '../forecast/habit.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import { createLifter } from '../lifter/lifter.ts'
import type { LoggedSet, MovementFacts } from '../lifter/sets.ts'
import { prescribe } from '../prescription/prescribe.ts'
import type { Loadable, SnapshotSet, Target, TrainingSnapshot } from '../prescription/snapshot.ts'
import { NOW } from './builders.ts'
import { newDigest } from './digest.ts'

export { type AskedPrograms, programDigests } from './program-parity.ts'

/** Cases behind one digest: where two machines disagree, this many have to be looked through. */
export const CASES_PER_DIGEST = 100

/**
 * What the engine answers to random lifters, digested: prescriptions from snapshots, a lifter observed, forecast and
 * prescribed for, and what is kept of one as JSON. The same text comes from every machine whose engine gives the same bytes.
 */
export function parityDigests(cases: number): string[] {
  const digests: string[] = []
  for (let from = 0; from < cases; from += CASES_PER_DIGEST) {
    const digest = newDigest()
    for (let seed = from; seed < Math.min(cases, from + CASES_PER_DIGEST); seed++) digest.take(answersOf(seed))
    digests.push(digest.text())
  }
  return digests
}

/** All answers to one random lifter, as text. */
export function answersOf(seed: number): string {
  const rng = seededRng(seed)
  const snapshot = aSnapshotOf(rng)
  const prescription = prescribe(snapshot, aTargetOf(rng))
  return JSON.stringify([
    prescription,
    explain(prescription, seed % 2 === 0 ? 'kg' : 'lb'),
    lifterAnswers(rng, snapshot.movement),
    keptAnswers(rng, snapshot),
  ])
}

/** A habit and a belief that go through JSON in between, what they hold at the end, and what is advised from the belief, in its movement and in another. */
function keptAnswers(rng: Rng, snapshot: TrainingSnapshot): unknown {
  const movement = factsOf(snapshot.movement, 'a')
  let kept = { habit: emptyHabit(), belief: emptyLifter() }
  const forecasts: unknown[] = []
  for (let i = 0; i < 8; i++) {
    const set = aLoggedSet(rng, movement, i)
    forecasts.push(Array.from(forecastReps(kept.habit, set)))
    kept = { habit: observeHabit(kept.habit, set), belief: observe(kept.belief, set) }
    if (i % 4 === 2) kept = JSON.parse(JSON.stringify(kept)) as typeof kept
  }
  const target = aTargetOf(rng)
  const belief = movementBelief(kept.belief, { ...aLoggedSet(rng, movement, 8), at: target.at, workoutKey: 'last' })
  const prior = priorFor(strengthsOf(kept.belief), factsOf(oneOf(rng, [snapshot, aSnapshotOf(rng)]).movement, 'b'))
  const told = { ...snapshot, sets: rng() < 0.5 ? [] : snapshot.sets, ...(prior !== undefined && { prior }) }
  return [forecasts, kept, prescribe({ ...snapshot, belief }, target), prior ?? null, prescribe(told, target)]
}

function lifterAnswers(rng: Rng, movement: TrainingSnapshot['movement']): unknown {
  const lifter = createLifter()
  const movements = [factsOf(movement, 'a'), factsOf(movement, 'b')]
  const answers: unknown[] = []
  const length = 5 + upTo(rng, 20)
  for (let i = 0; i < length; i++) {
    const set = aLoggedSet(rng, movements[upTo(rng, 1)]!, i)
    const { reps: _reps, toFailure: _toFailure, ...planned } = set
    if (i % 4 === 3) {
      const { probabilities, ...said } = lifter.forecast({ ...planned, rir: i % 8 === 3 ? null : planned.rir })
      answers.push(said, Array.from(probabilities))
    }
    lifter.observe(set)
  }
  const { probabilities, ...advice } = lifter.prescribe({
    movement: movements[0]!,
    at: (NOW + DAY_MS * length) as Instant,
    workoutKey: 'last',
    setNumber: 1,
    repLow: 6 as Reps,
    repHigh: 8 as Reps,
    rir: (upTo(rng, 6) / 2) as Rir,
    loads: { min: 20 as Kilograms, step: 2.5 as Kilograms },
    bodyMass: null,
  })
  return [...answers, advice, Array.from(probabilities)]
}

const factsOf = ({ pattern, loadKind, equipment }: TrainingSnapshot['movement'], key: string): MovementFacts => ({
  key,
  pattern,
  loadKind,
  equipment,
  muscles: [],
  baseKey: null,
})

function aLoggedSet(rng: Rng, movement: MovementFacts, index: number): LoggedSet {
  const { at, kind, load, reps, rir, toFailure } = aSetOf(rng, index)
  return {
    movement,
    at,
    workoutKey: `workout ${Math.floor(index / 4)}`,
    setNumber: (index % 4) + 1,
    kind,
    load: load ?? (0 as Kilograms),
    reps: reps ?? (5 as Reps),
    rir,
    toFailure,
    rest: (rng() < 0.5 ? null : 30 + upTo(rng, 300)) as Seconds | null,
    bodyMass: (rng() < 0.5 ? null : 60 + 40 * rng()) as Kilograms | null,
  }
}

function aSnapshotOf(rng: Rng): TrainingSnapshot {
  return {
    movement: {
      id: 'movement' as MovementId,
      pattern: oneOf(rng, movementPatterns),
      loadKind: oneOf(rng, loadKinds),
      equipment: oneOf(rng, equipmentKinds),
    },
    athlete: { bodyMass: (rng() < 0.3 ? null : 45 + 80 * rng()) as Kilograms | null, isNovice: rng() < 0.2, hasPain: rng() < 0.1 },
    loads: rng() < 0.3 ? aListOf(rng) : { min: oneOf(rng, [0, 2, 20, 20.411_656_65]) as Kilograms, step: aStepOf(rng) },
    sets: Array.from({ length: rng() < 0.05 ? 0 : upTo(rng, 60) }, (_, i) => aSetOf(rng, i)),
  }
}

/** Up to thirty loads with steps that are not all the same. */
function aListOf(rng: Rng): Loadable {
  const list: number[] = []
  for (let i = upTo(rng, 30), load = 10 * rng(); i >= 0; i--) list.push((load += aStepOf(rng)))
  return { list: list as Kilograms[] }
}

const aStepOf = (rng: Rng) => oneOf(rng, [0.5, 1.25, 2.5, 5, 2.267_961_85]) as Kilograms

function aSetOf(rng: Rng, index: number): SnapshotSet {
  const workout = Math.floor(index / 4)
  return {
    workoutId: `workout ${workout}` as WorkoutId,
    at: (NOW + Math.floor((workout * (2 + 3 * rng()) - 60) * DAY_MS) + index * 200_000) as Instant,
    kind: rng() < 0.8 ? 'working' : oneOf(rng, evidenceKinds),
    load: (rng() < 0.03 ? null : Math.round(800 * rng()) / 8 + 20 * rng() * upTo(rng, 1)) as Kilograms | null,
    reps: (rng() < 0.03 ? null : upTo(rng, 15)) as Reps | null,
    rir: (rng() < 0.5 ? null : upTo(rng, 10) / 2) as Rir | null,
    toFailure: rng() < 0.1,
    ...(rng() < 0.2 && { bodyMass: (45 + 80 * rng()) as Kilograms }),
  }
}

const aTargetOf = (rng: Rng): Target => ({
  setNumber: 1 + upTo(rng, 5),
  workoutId: (rng() < 0.5 ? null : `workout ${upTo(rng, 14)}`) as WorkoutId | null,
  at: (NOW + Math.floor(100 * DAY_MS * rng()) - 50 * DAY_MS) as Instant,
  goalStrength: rng(),
  repLow: (rng() < 0.5 ? null : 1 + upTo(rng, 9)) as Reps | null,
  repHigh: (rng() < 0.5 ? null : 5 + upTo(rng, 9)) as Reps | null,
  rir: (rng() < 0.5 ? null : upTo(rng, 8) / 2) as Rir | null,
})

/** A whole number from 0 to `most`. */
const upTo = (rng: Rng, most: number) => Math.floor(rng() * (most + 1))
const oneOf = <T>(rng: Rng, list: readonly T[]): T => list[upTo(rng, list.length - 1)]!
