import { isoOf, type SetKind } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import type { NamedSet, NamedWorkout } from './export.pages.ts'
import { eachPageOfWorkouts, rpeOf } from './export.service.ts'

/**
 * The log as openweight's workout logs (openweight.org), newest first. Its reserve is in whole repetitions, so half ones go as RPE;
 * when a set was done goes along as a field of our own, which the format allows.
 */
export async function* asOpenweight(ctx: Ctx, actor: Athlete): AsyncGenerator<string> {
  let before = '['
  for await (const workouts of eachPageOfWorkouts(ctx, actor)) {
    for (const workout of workouts) {
      if (workout.sets.length === 0) continue // a log without exercises is none
      yield before + JSON.stringify(logOf(workout))
      before = ',\n'
    }
  }
  yield before === '[' ? '[]\n' : ']\n'
}

function logOf({ startedAt, endedAt, name, note, sets }: NamedWorkout) {
  const lasted = endedAt === undefined ? 0 : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)
  return {
    date: isoOf(Date.parse(startedAt) as Parameters<typeof isoOf>[0]),
    name,
    notes: note,
    ...(lasted > 0 ? { durationSeconds: lasted } : {}),
    exercises: runsOf(sets).map((run, i) => ({
      exercise: { name: run[0]!.movement },
      order: i + 1,
      supersetId: run[0]!.superset,
      sets: run.map(setOf),
    })),
  }
}

/** Sets of one movement that follow each other. */
function runsOf(sets: readonly NamedSet[]): NamedSet[][] {
  const runs: NamedSet[][] = []
  for (const set of sets) {
    const run = runs.at(-1)
    if (run?.[0]!.movementId === set.movementId && run[0]!.superset === set.superset) run.push(set)
    else runs.push([set])
  }
  return runs
}

/** The words that openweight recommends; for others the format takes any word, and ours is sent. */
const types: Readonly<Partial<Record<SetKind, string>>> = {
  warm_up: 'warmup',
  drop: 'dropset',
  back_off: 'backoff',
  rest_pause: 'rest-pause',
  myo_reps: 'myo',
}

function setOf(set: NamedSet) {
  const { reps, loadKg, durationSeconds, distanceMeters, rir, effortScale, restSeconds, kind, toFailure, note, performedAt, tempo, parts } =
    set
  return {
    type: types[kind] ?? kind,
    reps,
    ...(loadKg === undefined ? {} : { weight: loadKg, unit: 'kg' }),
    ...(durationSeconds === undefined ? {} : { durationSeconds: Math.round(durationSeconds) }),
    ...(distanceMeters === undefined ? {} : { distance: distanceMeters, distanceUnit: 'm' }),
    ...(rir === undefined ? {} : effortScale !== 'rpe' && Number.isInteger(rir) ? { rir } : { rpe: rpeOf(rir) }),
    ...(toFailure ? { toFailure } : {}),
    ...(restSeconds === undefined ? {} : { restSeconds: Math.round(restSeconds) }),
    ...(tempo === undefined ? {} : { tempo }),
    notes: note,
    performedAt,
    parts,
  }
}
