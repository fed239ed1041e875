import { type AthleteId, dateOf, type Instant, instant, type ProgramId, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** What became of one session. */
export interface SessionRecord {
  readonly programId: ProgramId
  readonly session: number
  readonly routineId: RoutineId | null
  readonly workoutId: WorkoutId | null
  readonly doneAt: Instant | null
}

/** Sessions that were done, by program, in the order they were done. */
export async function doneSessions(db: Db, athleteId: AthleteId, ids: readonly ProgramId[]): Promise<Map<ProgramId, SessionRecord[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('program_session')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('program_id', 'in', ids)
    .where('done_at', 'is not', null)
    .orderBy('done_at')
    .orderBy('session')
    .execute()
  return Map.groupBy(rows.map(recordOf), ({ programId }) => programId)
}

/** All sessions of a program of which something is known. */
export async function sessionsOf(db: Db, athleteId: AthleteId, id: ProgramId): Promise<SessionRecord[]> {
  const rows = await db
    .selectFrom('program_session')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('program_id', '=', id)
    .orderBy('session')
    .execute()
  return rows.map(recordOf)
}

/** The session that the phone holds as this plan. */
export async function sessionOfRoutine(db: Db, athleteId: AthleteId, routineId: RoutineId): Promise<SessionRecord | undefined> {
  const row = await db
    .selectFrom('program_session')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('routine_id', '=', routineId)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** The session that was done in this workout. */
export async function sessionOfWorkout(db: Db, athleteId: AthleteId, workoutId: WorkoutId): Promise<SessionRecord | undefined> {
  const row = await db
    .selectFrom('program_session')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('workout_id', '=', workoutId)
    .executeTakeFirst()
  return row && recordOf(row)
}

export async function saveSession(db: Db, athleteId: AthleteId, { programId, session, ...said }: SessionRecord): Promise<void> {
  const columns = {
    routine_id: said.routineId,
    workout_id: said.workoutId,
    done_at: said.doneAt === null ? null : dateOf(said.doneAt),
  }
  await db
    .insertInto('program_session')
    .values({ program_id: programId, session, athlete_id: athleteId, ...columns })
    .onConflict((conflict) => conflict.columns(['program_id', 'session']).doUpdateSet(columns))
    .execute()
}

const recordOf = (row: {
  program_id: string
  session: number
  routine_id: string | null
  workout_id: string | null
  done_at: Date | null
}): SessionRecord => ({
  programId: row.program_id as ProgramId,
  session: row.session,
  routineId: row.routine_id as RoutineId | null,
  workoutId: row.workout_id as WorkoutId | null,
  doneAt: row.done_at === null ? null : instant(row.done_at),
})
