import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { library, type LibraryMovement, type MovementDetails, movementGuesser, nameMatcher } from '@gymgenius/catalog'
import { instantOf, type Movement } from '@gymgenius/domain'
import {
  isBelievableLength,
  paceOf,
  sessionSeconds,
  type TimeConstants,
  timeConstants,
  type TimedItem,
  type TimedMovement,
  type TimedWorkout,
  unsaidRamp,
} from '@gymgenius/engine/session-time'
import type { ReadWorkout } from '../apps/api/src/modules/imports/formats/logbook.ts'
import { readLogbook } from '../apps/api/src/modules/imports/formats/read.ts'

/**
 * How well the time model knows what real workouts took, and, with `--fit`, the constants that know it best. Lifters are dealt into fifths:
 * each is predicted by constants fitted on the other four, at a pace of 1 and at the pace of that lifter's own earlier workouts.
 * Prints aggregates only.
 */
const LOGS = process.env['GYMGENIUS_RAW_LOGS'] ?? join(import.meta.dirname, '../../shared/data/logs')
const FOLDS = 5
/** Fewer workouts say nothing of a lifter. */
const LEAST_WORKOUTS = 20

interface Timed {
  readonly items: readonly TimedItem[]
  readonly took: number
}

/** What nobody would believe, the data may not say. */
const bounds: Readonly<Record<keyof TimeConstants, readonly [number, number]>> = {
  arriving: [60, 60],
  preparing: [60, 600],
  changingOver: [0.3, 2],
  repetition: [2, 4.5],
  handling: [5, 30],
  heavyRest: [90, 300],
  compoundRest: [60, 240],
  isolationRest: [40, 180],
  warmUpRest: [15, 120],
  rampSet: [20, 150],
}

const lifters = readLifters()
if (lifters.length === 0) {
  console.log(`no logs at ${LOGS}`)
} else {
  console.log(`${lifters.length} lifters, ${lifters.reduce((sum, one) => sum + one.length, 0)} workouts with a believable length`)
  if (process.argv.includes('--fit')) crossed()
  else judged('as shipped', lifters, () => timeConstants)
}

function crossed() {
  const ofFold = Array.from({ length: FOLDS }, (_, fold) => fitted(lifters.filter((_, place) => place % FOLDS !== fold)))
  judged('held out', lifters, (place) => ofFold[place % FOLDS]!)
  const all = fitted(lifters)
  console.log('fitted on all', all)
  judged('on all', lifters, () => all)
}

function judged(name: string, all: readonly (readonly Timed[])[], constantsOf: (place: number) => TimeConstants) {
  const plain: number[] = []
  const paced: number[] = []
  const signed: number[] = []
  const medians: number[] = []
  all.forEach((workouts, place) => {
    const past: TimedWorkout[] = []
    const own: number[] = []
    for (const { items, took } of workouts) {
      const predictedSeconds = sessionSeconds(items, { constants: constantsOf(place) })
      plain.push(Math.abs(predictedSeconds / took - 1))
      if (past.length > 0) own.push(Math.abs((predictedSeconds * paceOf(past)) / took - 1))
      signed.push((predictedSeconds * paceOf(past)) / took - 1)
      past.push({ predictedSeconds, tookSeconds: took })
    }
    paced.push(...own)
    medians.push(middle(own))
  })
  const share = (sample: readonly number[], bound: number) => percent(sample.filter((error) => error <= bound).length / sample.length)
  console.log(
    `${name}: median error ${percent(middle(paced))} at the lifter's own pace (of lifters: ${percent(middle(medians))}; bias ${percent(middle(signed))}; within 25 %: ${share(paced, 0.25)}), ${percent(middle(plain))} at a pace of 1`,
  )
}

/** Coordinate descent on the mean absolute logarithm, each lifter's middle taken off: what is left is how well the parts are told apart. */
function fitted(all: readonly (readonly Timed[])[]): TimeConstants {
  let best = { ...timeConstants }
  let loss = lossOf(all, best)
  for (let step = 0.3; step > 0.02; step /= 1.6) {
    for (let again = 0; again < 2; again++) {
      for (const name of Object.keys(best) as (keyof TimeConstants)[]) {
        for (const factor of [1 + step, 1 / (1 + step)]) {
          const [low, high] = bounds[name]
          const tried = { ...best, [name]: Math.min(high, Math.max(low, best[name] * factor)) }
          const lossTried = lossOf(all, tried)
          if (lossTried < loss) [best, loss] = [tried, lossTried]
        }
      }
    }
  }
  return best
}

function lossOf(all: readonly (readonly Timed[])[], constants: TimeConstants): number {
  let sum = 0
  let count = 0
  let level = 0
  for (const workouts of all) {
    const logs = workouts.map(({ items, took }) => Math.log(took / sessionSeconds(items, { constants })))
    const own = middle(logs)
    level += own
    // Every lifter counts alike.
    sum += logs.reduce((total, log) => total + Math.abs(log - own), 0) / logs.length
    count++
  }
  const prior = (Object.keys(constants) as (keyof TimeConstants)[]).reduce(
    (total, name) => total + Math.log(constants[name] / timeConstants[name]) ** 2,
    0,
  )
  return sum / count + 2 * Math.abs(level / count) + 0.0005 * prior
}

function readLifters(): readonly (readonly Timed[])[] {
  if (!existsSync(LOGS)) return []
  const movementOf = timedMovements()
  return readdirSync(LOGS)
    .sort()
    .map((file) => {
      const aids = { settingsUnit: 'kg', timeZone: 'UTC', now: instantOf('2026-11-21T00:00:00Z') } as const
      const { workouts } = readLogbook(readFileSync(join(LOGS, file)), aids)
      return workouts.flatMap((workout) => timed(workout, movementOf))
    })
    .filter((workouts) => workouts.length >= LEAST_WORKOUTS)
}

function timed(workout: ReadWorkout, movementOf: (name: string) => TimedMovement): Timed[] {
  const took = workout.durationSeconds
  const sets = workout.exercises.reduce((sum, exercise) => sum + exercise.sets.length, 0)
  if (took === undefined || !isBelievableLength(took, sets)) return []
  let alone = 0
  const items = workout.exercises.map(({ name, sets, superset }) => {
    const movement = movementOf(name)
    return {
      movement,
      sets: sets.map(({ kind, reps, durationSeconds, distanceMeters }) => ({ kind, reps: reps ?? 1, durationSeconds, distanceMeters })),
      superset: superset ?? `alone ${alone++}`,
      rampSets: unsaidRamp(movement, sets),
    }
  })
  return [{ items, took }]
}

function timedMovements(): (name: string) => TimedMovement {
  const { movements } = library()
  const details = new Map(
    movements.map(({ slug }) => [
      slug,
      JSON.parse(readFileSync(join(import.meta.dirname, `../packages/catalog/data/movements/${slug}.json`), 'utf8')) as MovementDetails,
    ]),
  )
  const match = nameMatcher<LibraryMovement>(movements)
  const guess = movementGuesser(movements)
  const usual = new Map<string, { setupSeconds: number; transitionSeconds: number }>()
  for (const { equipment } of movements) {
    const alike = movements.filter((one) => one.equipment === equipment).map(({ slug }) => details.get(slug)!)
    usual.set(equipment, {
      setupSeconds: middle(alike.map(({ setupSeconds }) => setupSeconds)),
      transitionSeconds: middle(alike.map(({ transitionSeconds }) => transitionSeconds)),
    })
  }
  const known = new Map<string, TimedMovement>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = match(name)?.movement
    const like: Pick<Movement, 'pattern' | 'equipment'> = found ?? guess(name)
    const times =
      found === undefined ? (usual.get(like.equipment) ?? { setupSeconds: 30, transitionSeconds: 20 }) : details.get(found.slug)!
    const movement = {
      pattern: like.pattern,
      laterality: found?.laterality ?? 'bilateral',
      setupSeconds: times.setupSeconds,
      transitionSeconds: times.transitionSeconds,
    }
    known.set(name, movement)
    return movement
  }
}

function middle(sample: readonly number[]): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
