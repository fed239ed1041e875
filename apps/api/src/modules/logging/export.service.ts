import type { PerformedSet } from '@gymgenius/contracts'
import { evidenceOf, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import type { Room } from '../../platform/room.ts'
import { csvLine } from '../../platform/csv.ts'
import { type NamedWorkout, workoutsPage } from './export.pages.ts'

/** Writes into the audit log that a copy leaves, before its first byte does. */
export async function* audited(ctx: Ctx, actor: Athlete, format: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  const { athleteId } = actor
  await actingAs(ctx, actor, (ctx) =>
    record(ctx, { act: 'logging.exported', as: 'athlete', by: athleteId, about: athleteId, facts: { format } }),
  )
  yield* pieces
}

/**
 * Everything the house keeps about a lifter as one JSON object, a key for each room. Long lists are read and written a
 * page at a time, each page in a unit of its own, so that memory stays flat and a slow reader holds up nobody.
 */
export async function* everythingAsJson(ctx: Ctx, actor: Athlete, rooms: readonly Room[]): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(isoOf(ctx.clock.now()))}`
  for (const { name, personalData } of rooms) {
    if (personalData === undefined) continue
    const copy = await actingAs(ctx, actor, (ctx) => personalData.copy(ctx, actor.athleteId))
    let isFirst = true
    const comma = () => (isFirst ? ((isFirst = false), '') : ',')
    yield `,${JSON.stringify(name)}:{`
    for (const [key, value] of Object.entries(copy)) yield `${comma()}${JSON.stringify(key)}:${JSON.stringify(value ?? null)}`
    for (const [key, page] of Object.entries(personalData.pages ?? {})) {
      yield `${comma()}${JSON.stringify(key)}:[`
      yield* listed(eachPage((after) => actingAs(ctx, actor, (ctx) => page(ctx, actor.athleteId, after))))
      yield ']'
    }
    yield '}'
  }
  yield '}\n'
}

/** Those of Hevy, so that other apps and our own import read them, then ours. */
const COLUMNS =
  'title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,' +
  'weight_kg,reps,distance_km,duration_seconds,rpe,rir,rest_seconds,performed_at,set_kind,parts,tempo'

/** Every set as a line of CSV, newest workout first. */
export async function* setsAsCsv(ctx: Ctx, actor: Athlete): AsyncGenerator<string> {
  yield csvLine(COLUMNS.split(','))
  for await (const workouts of eachPageOfWorkouts(ctx, actor)) yield workouts.map(linesOf).join('')
}

/** All workouts, newest first, a page at a time and each page in a unit of its own. */
export const eachPageOfWorkouts = (ctx: Ctx, actor: Athlete): AsyncGenerator<readonly NamedWorkout[]> =>
  eachPage((after) => actingAs(ctx, actor, (ctx) => workoutsPage(ctx, actor.athleteId, after)))

function linesOf(workout: NamedWorkout): string {
  const places = new Map<string, number>()
  const lines = workout.sets.map((set) => {
    const place = places.get(set.movementId) ?? 0
    places.set(set.movementId, place + 1)
    const ended = workout.endedAt === undefined ? undefined : toSecond(workout.endedAt)
    const named = [workout.name, toSecond(workout.startedAt), ended, workout.note, set.movement]
    const kilometres = set.distanceMeters === undefined ? undefined : set.distanceMeters / 1000
    const rpe = set.rir === undefined ? undefined : rpeOf(set.rir)
    const measured = [set.loadKg, set.reps, kilometres, set.durationSeconds, rpe, set.rir, set.restSeconds, set.performedAt]
    const ours = [set.kind, partsText(set), set.tempo]
    return csvLine([...named, set.superset, set.note, place, setType(set), ...measured, ...ours])
  })
  return lines.join('')
}

export const rpeOf = (rir: number) => Math.round((10 - rir) * 1e6) / 1e6

const toSecond = (iso: string) => iso.replace(/\.\d+Z$/, 'Z')

/** In the words that other apps know: what says nothing of strength must not look like a set that does. */
function setType({ kind, toFailure }: PerformedSet): string {
  if (kind === 'warm_up') return 'warmup'
  if (evidenceOf(kind) === 'drop') return 'dropset'
  return toFailure ? 'failure' : 'normal'
}

/** `60x8 40x6@15`: what came after the first part of a set, and after how many seconds. */
const partsText = ({ parts }: PerformedSet) =>
  parts?.map(({ loadKg, reps, restSeconds }) => `${loadKg}x${reps}${restSeconds === undefined ? '' : `@${restSeconds}`}`).join(' ')

/** Every page of a list, until there is no next one. */
async function* eachPage<Item>(
  read: (after: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next?: string | undefined }>,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined
  do {
    const { items, next } = await read(after)
    yield items
    after = next
  } while (after !== undefined)
}

async function* listed(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = ''
  for await (const items of pages) {
    if (items.length === 0) continue
    yield before + items.map((item) => JSON.stringify(item)).join(',')
    before = ','
  }
}
