import { type AthleteId, dateOf, type EffortScale, type ImportId, type Instant, instant, type MovementId } from '@gymgenius/domain'
import type { SetId, SetKind, WorkoutId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** A finished workout of an imported history. Ids are made by the import, the same ones when it is repeated. */
export interface ImportedWorkout {
  readonly id: WorkoutId
  readonly name: string
  readonly note: string | undefined
  readonly sessionRpe?: number | undefined
  readonly startedAt: Instant
  readonly endedAt: Instant
}

/** A set of an imported history: of an imported workout, or of one that is here already. */
export interface ImportedSet {
  readonly id: SetId
  readonly workoutId: WorkoutId
  readonly movementId: MovementId
  readonly kind: SetKind
  readonly position: number
  readonly performedAt: Instant
  readonly loadKg: number | undefined
  readonly reps: number | undefined
  readonly rir: number | undefined
  readonly effortScale: EffortScale | undefined
  readonly toFailure: boolean
  readonly restSeconds?: number | undefined
  readonly durationSeconds: number | undefined
  readonly distanceMeters: number | undefined
  readonly note: string | undefined
  readonly tempo?: string | undefined
  readonly parts?: readonly { readonly loadKg: number; readonly reps: number; readonly restSeconds?: number }[] | undefined
  /** Sets of a workout with the same number were alternated. */
  readonly superset?: number | undefined
  /** The lifter is asked what the load was. */
  readonly needsConfirmation?: boolean | undefined
}

/** What of a set tells whether a line of a file is the same one. */
export interface KnownSet {
  readonly workoutId: WorkoutId
  readonly workoutStartedAt: Instant
  readonly movementId: MovementId
  readonly loadKg: number | undefined
  readonly reps: number | undefined
}

/** The batch that rows belong to; each takes a change of its own, beginning with `firstSeq`. */
export interface BatchWrite {
  readonly importId: ImportId
  readonly firstSeq: number
  readonly now: Instant
}

export async function insertWorkouts(db: Db, athleteId: AthleteId, workouts: readonly ImportedWorkout[], batch: BatchWrite) {
  const rows = workouts.map((workout, i) => ({
    ...common(athleteId, batch, i),
    id: workout.id,
    name: workout.name,
    note: workout.note,
    session_rpe: workout.sessionRpe,
    started_at: dateOf(workout.startedAt),
    ended_at: dateOf(workout.endedAt),
    ended_by: 'import',
  }))
  await sql`insert into workout select r.* from jsonb_populate_recordset(null::workout, ${JSON.stringify(rows)}::jsonb) r
    on conflict (id) do nothing`.execute(db)
}

/**
 * One statement for all of them, told a column at a time: reading an object for each set costs the database a third of the work.
 * Tells how many were new.
 */
export async function insertSets(db: Db, athleteId: AthleteId, sets: readonly ImportedSet[], batch: BatchWrite): Promise<number> {
  const { athlete_id, import_id, created_at, updated_at } = common(athleteId, batch, 0)
  const told = columns.map(([name, type, valueOf]) => ({ name: sql.ref(name), values: sql`${sets.map(valueOf)}::${sql.raw(type)}[]` }))
  const { numAffectedRows } = await sql`
    insert into performed_set (athlete_id, import_id, created_at, updated_at, change_seq, field_clocks, ${sql.join(told.map(({ name }) => name))})
    select ${athlete_id}::uuid, ${import_id}::uuid, ${created_at}::timestamptz, ${updated_at}::timestamptz,
      ${batch.firstSeq}::integer - 1 + place::integer, '{}'::jsonb, ${sql.join(told.map(({ name }) => name))}
    from unnest(${sql.join(told.map(({ values }) => values))}) with ordinality as said(${sql.join(told.map(({ name }) => name))}, place)
    on conflict (id) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

const columns: readonly (readonly [name: string, type: string, valueOf: (set: ImportedSet) => unknown])[] = [
  ['id', 'uuid', (set) => set.id],
  ['workout_id', 'uuid', (set) => set.workoutId],
  ['movement_id', 'uuid', (set) => set.movementId],
  ['kind', 'text', (set) => set.kind],
  ['position', 'float8', (set) => set.position],
  ['performed_at', 'timestamptz', (set) => dateOf(set.performedAt).toISOString()],
  ['load_kg', 'float8', (set) => set.loadKg],
  ['reps', 'integer', (set) => set.reps],
  ['rir', 'float8', (set) => set.rir],
  ['effort_scale', 'text', (set) => (set.rir === undefined ? undefined : (set.effortScale ?? 'rir'))],
  ['to_failure', 'boolean', (set) => set.toFailure],
  ['rest_seconds', 'float8', (set) => set.restSeconds],
  ['duration_seconds', 'float8', (set) => set.durationSeconds],
  ['distance_meters', 'float8', (set) => set.distanceMeters],
  ['note', 'text', (set) => set.note],
  ['tempo', 'text', (set) => set.tempo],
  ['parts', 'jsonb', (set) => set.parts && JSON.stringify(set.parts)],
  ['superset', 'integer', (set) => set.superset],
  ['needs_confirmation', 'boolean', (set) => set.needsConfirmation ?? false],
]

const common = (athleteId: AthleteId, { importId, firstSeq, now }: BatchWrite, i: number) => ({
  athlete_id: athleteId,
  import_id: importId,
  created_at: dateOf(now),
  updated_at: dateOf(now),
  change_seq: firstSeq + i,
  field_clocks: {}, // what a file says is a guess: whatever the lifter says later wins
})

/** Live sets of workouts that started in this span, by workout and in their order; without those of one import. */
export async function setsStartedBetween(db: Db, athleteId: AthleteId, from: Instant, to: Instant, except?: ImportId): Promise<KnownSet[]> {
  const rows = await db
    .selectFrom('workout as w')
    .innerJoin('performed_set as s', 's.workout_id', 'w.id')
    .select(['s.workout_id', 'w.started_at', 's.movement_id', 's.load_kg', 's.reps'])
    .where('w.athlete_id', '=', athleteId)
    .where('w.started_at', '>=', dateOf(from))
    .where('w.started_at', '<=', dateOf(to))
    .where('w.deleted_at', 'is', null)
    .where('s.deleted_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('s.import_id', 'is distinct from', except!))
    .orderBy('w.started_at')
    .orderBy('w.id')
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    workoutId: row.workout_id as WorkoutId,
    workoutStartedAt: instant(row.started_at),
    movementId: row.movement_id as MovementId,
    loadKg: row.load_kg ?? undefined,
    reps: row.reps ?? undefined,
  }))
}

/** Numbers workouts anew, because sets were added to them or taken away. */
export async function touchWorkouts(db: Db, athleteId: AthleteId, ids: readonly WorkoutId[], firstSeq: number, now: Instant) {
  if (ids.length === 0) return
  await sql`
    update workout w set change_seq = ${firstSeq}::integer - 1 + touched.place::integer, updated_at = ${dateOf(now)}
    from unnest(${ids}::uuid[]) with ordinality as touched(id, place)
    where w.athlete_id = ${athleteId}::uuid and w.id = touched.id`.execute(db)
}

/**
 * The live sets that an import brought to these workouts, or so many of them wherever they are, which relies on `performed_set_import`;
 * with the workouts they are in.
 */
export async function importedSets(
  db: Db,
  athleteId: AthleteId,
  importId: ImportId,
  which: readonly WorkoutId[] | number,
): Promise<{ id: SetId; workoutId: WorkoutId }[]> {
  const all = db
    .selectFrom('performed_set')
    .select(['id', 'workout_id'])
    .where('athlete_id', '=', athleteId)
    .where('import_id', '=', importId)
    .where('deleted_at', 'is', null)
  const rows = await (typeof which === 'number' ? all.limit(which) : all.where('workout_id', 'in', which)).execute()
  return rows.map((row) => ({ id: row.id as SetId, workoutId: row.workout_id as WorkoutId }))
}

/** The live workouts that an import brought, or those of `among` that it did. */
export async function importedWorkouts(
  db: Db,
  athleteId: AthleteId,
  importId: ImportId,
  among?: readonly WorkoutId[],
): Promise<WorkoutId[]> {
  const rows = await db
    .selectFrom('workout')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('import_id', '=', importId)
    .where('deleted_at', 'is', null)
    .$if(among !== undefined, (query) => query.where('id', 'in', among!))
    .execute()
  return rows.map((row) => row.id as WorkoutId)
}

/** Those of some workouts that have live sets. */
export async function withSets(db: Db, athleteId: AthleteId, ids: readonly WorkoutId[]): Promise<Set<WorkoutId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('performed_set')
    .select('workout_id')
    .distinct()
    .where('athlete_id', '=', athleteId)
    .where('workout_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.workout_id as WorkoutId))
}

/**
 * Turns rows into tombstones, each with a change of its own. Ids come as what they are: a cast in the join is a function that row security
 * trusts with no row of others, so that each unit would read the whole table.
 */
export async function buryImported(
  db: Db,
  athleteId: AthleteId,
  table: 'performed_set' | 'workout',
  ids: readonly string[],
  { firstSeq, now }: Omit<BatchWrite, 'importId'>,
  stamp: string,
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update ${sql.table(table)} t set deleted_at = ${dateOf(now)}, updated_at = ${dateOf(now)}, change_seq = ${firstSeq}::integer - 1 + gone.place::integer,
      field_clocks = t.field_clocks || jsonb_build_object('deleted', ${stamp}::text)
    from unnest(${ids}::uuid[]) with ordinality as gone(id, place)
    where t.athlete_id = ${athleteId}::uuid and t.id = gone.id`.execute(db)
}
