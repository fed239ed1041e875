import type { ProgramRequest, ProgramSummary, WrittenProgram } from '@gymgenius/contracts'
import {
  type AthleteId,
  dateOf,
  type Instant,
  instant,
  type LivedPlan,
  type ProgramId,
  type ProgramReport,
  type Waiver,
} from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { End } from '../../platform/pages.ts'
import type { Tables } from '../../platform/tables.generated.ts'

export interface ProgramRecord {
  readonly id: ProgramId
  readonly athleteId: AthleteId
  readonly name: string
  readonly status: ProgramSummary['status']
  readonly state: ProgramSummary['state']
  readonly source: ProgramSummary['source']
  readonly scheme: string | null
  readonly request: Partial<ProgramRequest> | null
  /** What a text or a scheme said of it. */
  readonly written: WrittenProgram | null
  readonly failureCode: string | null
  /** A day of the lifter's calendar. */
  readonly startedOn: string | null
  readonly weekdays: readonly number[] | null
  readonly sessions: number
  readonly weekCount: number
  readonly isShared: boolean
  readonly engineVersion: string | null
  readonly scoringVersion: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface MadeProgram {
  readonly plan: LivedPlan
  readonly report: ProgramReport | null
}

/** All but the plan itself, which is long. */
const columns = [
  'id',
  'athlete_id',
  'name',
  'status',
  'state',
  'source',
  'scheme',
  'request',
  'written',
  'failure_code',
  'started_on',
  'weekdays',
  'sessions',
  'week_count',
  'share_key',
  'engine_version',
  'scoring_version',
  'created_at',
  'updated_at',
] as const

type Row = Pick<Selectable<Tables['program']>, (typeof columns)[number]>

export async function findProgram(db: Db, athleteId: AthleteId, id: ProgramId): Promise<ProgramRecord | undefined> {
  const row = await db.selectFrom('program').select(columns).where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export async function activeProgram(db: Db, athleteId: AthleteId): Promise<ProgramRecord | undefined> {
  const row = await db
    .selectFrom('program')
    .select(columns)
    .where('athlete_id', '=', athleteId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && recordOf(row)
}

/** The plan as it is lived now, and its report; undefined while there is none. */
export async function planOf(db: Db, athleteId: AthleteId, id: ProgramId): Promise<MadeProgram | undefined> {
  const row = await db
    .selectFrom('program')
    .select(['plan', 'report'])
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.plan === null) return undefined
  return { plan: JSON.parse(row.plan) as LivedPlan, report: row.report === null ? null : (JSON.parse(row.report) as ProgramReport) }
}

/** Newest first. */
export async function listProgramRecords(
  db: Db,
  athleteId: AthleteId,
  limit: number,
  before: End | undefined,
  state?: ProgramSummary['state'],
): Promise<ProgramRecord[]> {
  const rows = await db
    .selectFrom('program')
    .select(columns)
    .where('athlete_id', '=', athleteId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(created_at, id) < (${dateOf(before!.at)}, ${before!.id}::uuid)`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

export async function countPrograms(db: Db, athleteId: AthleteId): Promise<number> {
  const { count } = await db
    .selectFrom('program')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('athlete_id', '=', athleteId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function programNames(db: Db, athleteId: AthleteId): Promise<string[]> {
  const rows = await db.selectFrom('program').select('name').where('athlete_id', '=', athleteId).execute()
  return rows.map(({ name }) => name)
}

export type NewProgram = Pick<ProgramRecord, 'id' | 'name' | 'status' | 'source' | 'scheme' | 'request' | 'written'>

/** Keeps a new program; false where its id exists, here or anywhere. */
export async function insertProgram(db: Db, athleteId: AthleteId, program: NewProgram, now: Instant): Promise<boolean> {
  const row = await db
    .insertInto('program')
    .values({
      id: program.id,
      athlete_id: athleteId,
      name: program.name,
      status: program.status,
      state: 'draft',
      source: program.source,
      scheme: program.scheme,
      request: program.request === null ? null : JSON.stringify(program.request),
      written: program.written === null ? null : JSON.stringify(program.written),
      created_at: dateOf(now),
      updated_at: dateOf(now),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a plan that was made, or changed; `report` undefined leaves the one there is. */
export async function savePlan(
  db: Db,
  athleteId: AthleteId,
  id: ProgramId,
  { plan, report }: { readonly plan: LivedPlan; readonly report?: ProgramReport | null | undefined },
  now: Instant,
): Promise<void> {
  await db
    .updateTable('program')
    .set({
      status: 'ready',
      failure_code: null,
      plan: JSON.stringify(plan),
      ...(report !== undefined && { report: report === null ? null : JSON.stringify(report) }),
      sessions: plan.order.length - plan.skipped.length,
      week_count: plan.weeks.length,
      updated_at: dateOf(now),
    })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .execute()
}

export interface ProgramChange {
  readonly name?: string | undefined
  readonly status?: ProgramRecord['status'] | undefined
  readonly state?: ProgramRecord['state'] | undefined
  readonly failureCode?: string | null | undefined
  readonly startedOn?: string | null | undefined
  readonly weekdays?: readonly number[] | null | undefined
  readonly request?: ProgramRecord['request'] | undefined
  readonly engineVersion?: string | undefined
  readonly scoringVersion?: string | undefined
}

export async function updateProgram(db: Db, athleteId: AthleteId, id: ProgramId, change: ProgramChange, now: Instant): Promise<void> {
  const said = {
    name: change.name,
    status: change.status,
    state: change.state,
    failure_code: change.failureCode,
    started_on: change.startedOn,
    weekdays: change.weekdays === undefined || change.weekdays === null ? change.weekdays : JSON.stringify(change.weekdays),
    request: change.request === undefined || change.request === null ? change.request : JSON.stringify(change.request),
    engine_version: change.engineVersion,
    scoring_version: change.scoringVersion,
  }
  await db
    .updateTable('program')
    .set({ ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)), updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .execute()
}

/** False where there was none. */
export async function deleteProgramRow(db: Db, athleteId: AthleteId, id: ProgramId): Promise<boolean> {
  const row = await db.deleteFrom('program').where('athlete_id', '=', athleteId).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

export async function saveShareKey(db: Db, athleteId: AthleteId, id: ProgramId, shareKey: string | null): Promise<void> {
  await db.updateTable('program').set({ share_key: shareKey }).where('athlete_id', '=', athleteId).where('id', '=', id).execute()
}

/** What a link shows: asked as the system, so nothing else of the row is read. */
export async function sharedPlan(db: Db, shareKey: string): Promise<SharedPlan | undefined> {
  const row = await db
    .selectFrom('program')
    .select(['name', 'athlete_id', 'plan', 'report'])
    .where('share_key', '=', shareKey)
    .executeTakeFirst()
  if (row === undefined || row.plan === null) return undefined
  const { waivers = [] } = row.report === null ? {} : (JSON.parse(row.report) as ProgramReport)
  return { name: row.name, owner: row.athlete_id as AthleteId, plan: JSON.parse(row.plan) as LivedPlan, waivers }
}

export interface SharedPlan {
  readonly name: string
  readonly owner: AthleteId
  readonly plan: LivedPlan
  /** Rules that it sets aside on purpose. */
  readonly waivers: readonly Waiver[]
}

const recordOf = (row: Row): ProgramRecord => ({
  id: row.id as ProgramId,
  athleteId: row.athlete_id as AthleteId,
  name: row.name,
  status: row.status as ProgramRecord['status'],
  state: row.state as ProgramRecord['state'],
  source: row.source as ProgramRecord['source'],
  scheme: row.scheme,
  request: row.request as ProgramRecord['request'],
  written: row.written as ProgramRecord['written'],
  failureCode: row.failure_code,
  startedOn: row.started_on,
  weekdays: row.weekdays as ProgramRecord['weekdays'],
  sessions: row.sessions,
  weekCount: row.week_count,
  isShared: row.share_key !== null,
  engineVersion: row.engine_version,
  scoringVersion: row.scoring_version,
  createdAt: instant(row.created_at),
  updatedAt: instant(row.updated_at),
})
