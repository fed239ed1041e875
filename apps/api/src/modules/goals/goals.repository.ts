import type { CheckIn, Goal, TrainingProfile } from '@gymgenius/contracts'
import { type AthleteId, type CheckInId, dateOf, type GoalId, type Instant, instant, isoOf } from '@gymgenius/domain'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'

export type GoalVersion = Goal['current']

export interface GoalRecord {
  readonly id: GoalId
  readonly state: Goal['state']
  /** The newest last; never empty. */
  readonly versions: readonly GoalVersion[]
  readonly createdAt: Instant
}

/** Newest first. */
export async function goalsOf(db: Db, athleteId: AthleteId): Promise<GoalRecord[]> {
  const rows = await db
    .selectFrom('goal')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(recordOf)
}

export async function findGoal(db: Db, athleteId: AthleteId, id: GoalId): Promise<GoalRecord | undefined> {
  const row = await db.selectFrom('goal').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** False where its id exists, here or anywhere. */
export async function insertGoal(db: Db, athleteId: AthleteId, { id, state, versions, createdAt }: GoalRecord): Promise<boolean> {
  const at = dateOf(createdAt)
  const row = await db
    .insertInto('goal')
    .values({ id, athlete_id: athleteId, state, versions: JSON.stringify(versions), created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateGoal(db: Db, athleteId: AthleteId, { id, state, versions }: GoalRecord, now: Instant): Promise<void> {
  await db
    .updateTable('goal')
    .set({ state, versions: JSON.stringify(versions), updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .execute()
}

export async function deleteGoalRow(db: Db, athleteId: AthleteId, id: GoalId): Promise<boolean> {
  const row = await db.deleteFrom('goal').where('athlete_id', '=', athleteId).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** By goal, newest first. */
export async function checkInsOf(db: Db, athleteId: AthleteId, goals: readonly GoalId[]): Promise<Map<GoalId, CheckIn[]>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom('goal_check_in')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('goal_id', 'in', goals)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byGoal = Map.groupBy(rows, (row) => row.goal_id as GoalId)
  return new Map([...byGoal].map(([goal, all]) => [goal, all.map(checkInOf)]))
}

export type NewCheckIn = Omit<CheckIn, 'id' | 'at'> & { readonly id: CheckInId; readonly at: Instant }

/** False where its id exists, here or anywhere. */
export async function insertCheckIn(db: Db, athleteId: AthleteId, goalId: GoalId, { id, at, ...said }: NewCheckIn): Promise<boolean> {
  const row = await db
    .insertInto('goal_check_in')
    .values({ id, goal_id: goalId, athlete_id: athleteId, at: dateOf(at), said: JSON.stringify(said) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function storedProfile(db: Db, athleteId: AthleteId): Promise<TrainingProfile> {
  const row = await db.selectFrom('training_profile').select('said').where('athlete_id', '=', athleteId).executeTakeFirst()
  return (row?.said ?? {}) as TrainingProfile
}

export async function saveProfile(db: Db, athleteId: AthleteId, profile: TrainingProfile, now: Instant): Promise<void> {
  const columns = { said: JSON.stringify(profile), updated_at: dateOf(now) }
  await db
    .insertInto('training_profile')
    .values({ athlete_id: athleteId, ...columns })
    .onConflict((conflict) => conflict.column('athlete_id').doUpdateSet(columns))
    .execute()
}

const recordOf = (row: Selectable<Tables['goal']>): GoalRecord => ({
  id: row.id as GoalId,
  state: row.state as GoalRecord['state'],
  versions: row.versions as GoalRecord['versions'],
  createdAt: instant(row.created_at),
})

const checkInOf = (row: Selectable<Tables['goal_check_in']>): CheckIn =>
  ({ id: row.id, at: isoOf(instant(row.at)), ...(row.said as object) }) as CheckIn
