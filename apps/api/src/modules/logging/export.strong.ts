import { evidenceOf } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { csvLine } from '../../platform/csv.ts'
import type { NamedSet, NamedWorkout } from './export.pages.ts'
import { eachPageOfWorkouts, rpeOf } from './export.service.ts'

/** Of Strong's dialects the one that names its units: nobody has to guess what 100 is. */
const COLUMNS =
  'Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes'

/** The log as a file of Strong, newest workout first. Times are those of the lifter's clock, as Strong writes them. */
export async function* asStrongCsv(ctx: Ctx, actor: Athlete): AsyncGenerator<string> {
  yield csvLine(COLUMNS.split(';'), ';')
  const { timeZone } = await actingAs(ctx, actor, (ctx) => settingsOf(ctx, actor.athleteId))
  const clock = clockIn(timeZone)
  let number = 0
  for await (const workouts of eachPageOfWorkouts(ctx, actor)) yield workouts.map((workout) => linesOf(workout, ++number, clock)).join('')
}

function linesOf(workout: NamedWorkout, number: number, clock: (iso: string) => string): string {
  const { startedAt, endedAt, name, note } = workout
  const seconds = endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)
  const places = new Map<string, number>()
  const lines = workout.sets.map((set) => {
    const place = (places.get(set.movementId) ?? 0) + (isNumbered(set) ? 1 : 0)
    places.set(set.movementId, place)
    const rpe = set.rir === undefined || set.rir > 9 ? undefined : rpeOf(set.rir)
    const order = isNumbered(set) ? place : orderOf(set)
    const measured = [set.loadKg, set.reps, rpe, set.distanceMeters, set.durationSeconds]
    return csvLine([number, clock(startedAt), name, seconds, set.movement, order, ...measured, set.note, note], ';')
  })
  return lines.join('')
}

const isNumbered = (set: NamedSet) => orderOf(set) === undefined

function orderOf({ kind, toFailure }: NamedSet): string | undefined {
  if (kind === 'warm_up') return 'W'
  if (evidenceOf(kind) === 'drop') return 'D' // what says nothing of strength must not look like a set that does
  return toFailure ? 'F' : undefined
}

/** `2025-05-01 17:05:06`, as a clock in that zone showed it. */
function clockIn(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (iso) => format.format(Date.parse(iso))
}
