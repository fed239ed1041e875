import { type AthleteId, dateOf, type EffortScale, type ImportId, type Instant, instant, type MovementId } from '@gymgenius/domain'
import type { SetId, SetKind, WorkoutId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** A finished workout of an imported history. Ids are made by the import, the same ones when it is repeated. */
export interface ImportedWorkout {
  readonly id: WorkoutId
  readonly name: string
  readonly note: string | undefined
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
    started_at: dateOf(workout.startedAt),
    ended_at: dateOf(workout.endedAt),
    ended_by: 'import',
  }))
  await sql`insert into workout select r.* from jsonb_populate_recordset(null::workout, ${JSON.stringify(rows)}::jsonb) r
    on conflict (id) do nothing`.execute(db)
}

/** One statement for all of them; some thousands at a time are quickest. Tells how many were new. */
export async function insertSets(db: Db, athleteId: AthleteId, sets: readonly ImportedSet[], batch: BatchWrite): Promise<number> {
  const rows = sets.map((set, i) => ({
    ...common(athleteId, batch, i),
    id: set.id,
    workout_id: set.workoutId,
    movement_id: set.movementId,
    kind: set.kind,
    position: set.position,
    performed_at: dateOf(set.performedAt),
    load_kg: set.loadKg,
    reps: set.reps,
    rir: set.rir,
    effort_scale: set.rir === undefined ? undefined : (set.effortScale ?? 'rir'),
    to_failure: set.toFailure,
    rest_seconds: set.restSeconds,
    duration_seconds: set.durationSeconds,
    distance_meters: set.distanceMeters,
    note: set.note,
    needs_confirmation: false,
  }))
  const { numAffectedRows } = await sql`
    insert into performed_set select r.* from jsonb_populate_recordset(null::performed_set, ${JSON.stringify(rows)}::jsonb) r
    on conflict (id) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

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
  await sql`
    update workout w set change_seq = ${firstSeq}::integer - 1 + touched.place::integer, updated_at = ${dateOf(now)}
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as touched(id, place)
    where w.athlete_id = ${athleteId}::uuid and w.id = touched.id::uuid`.execute(db)
}

/** The live sets that an import brought, and the workouts they are in. */
export async function countImported(db: Db, athleteId: AthleteId, importId: ImportId): Promise<{ sets: number; workoutIds: WorkoutId[] }> {
  const { rows } = await sql<{ sets: number; workout_ids: string[] }>`
    select (select count(*) from performed_set where import_id = ${importId}::uuid and athlete_id = ${athleteId}::uuid and deleted_at is null)::integer as sets,
      array(
        select id::text from workout where import_id = ${importId}::uuid and athlete_id = ${athleteId}::uuid and deleted_at is null
        union select workout_id::text from performed_set where import_id = ${importId}::uuid and athlete_id = ${athleteId}::uuid and deleted_at is null
      ) as workout_ids`.execute(db)
  return { sets: rows[0]?.sets ?? 0, workoutIds: (rows[0]?.workout_ids ?? []) as WorkoutId[] }
}

/** Turns the sets of an import into tombstones, and its workouts that have no other set left. */
export async function deleteImported(db: Db, athleteId: AthleteId, { importId, firstSeq, now }: BatchWrite, stamp: string): Promise<void> {
  await sql`
    update performed_set s set deleted_at = ${dateOf(now)}, updated_at = ${dateOf(now)}, change_seq = ${firstSeq}::integer - 1 + gone.n,
      field_clocks = s.field_clocks || jsonb_build_object('deleted', ${stamp}::text)
    from (select id, row_number() over (order by performed_at, id)::integer as n from performed_set
      where import_id = ${importId}::uuid and athlete_id = ${athleteId}::uuid and deleted_at is null) gone
    where s.id = gone.id`.execute(db)
  await sql`
    update workout w set deleted_at = ${dateOf(now)}, field_clocks = w.field_clocks || jsonb_build_object('deleted', ${stamp}::text)
    where w.import_id = ${importId}::uuid and w.athlete_id = ${athleteId}::uuid and w.deleted_at is null
      and not exists (select from performed_set s where s.workout_id = w.id and s.deleted_at is null)`.execute(db)
}
