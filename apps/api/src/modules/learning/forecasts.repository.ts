import { type AthleteId, dateOf, instant, type MovementId, type SetId } from '@gymgenius/domain'
import type { ReadSet } from '@gymgenius/engine/reading'
import type { Told } from '@gymgenius/engine/report'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { DoneSet, SetPlace } from '../logging/index.ts'

/** A set that was read, and what had been foretold of it. */
export interface ForetoldSet {
  readonly set: DoneSet
  readonly read: ReadSet
  /** Between what was foretold to lie below the repetitions done, and up to them; null where nothing was foretold. */
  readonly pit: number | null
}

export async function insertForecasts(
  db: Db,
  athleteId: AthleteId,
  engineVersion: string,
  foretold: readonly ForetoldSet[],
): Promise<void> {
  if (foretold.length === 0) return
  const rows = foretold.map(({ set, read, pit }) => ({ ...rowOf(set, read), athlete_id: athleteId, engine_version: engineVersion, pit }))
  await sql`insert into set_forecast select r.* from jsonb_populate_recordset(null::set_forecast, ${JSON.stringify(rows)}::jsonb) r`.execute(
    db,
  )
}

function rowOf({ id, movementId, workoutId, at, position, load, reps }: DoneSet, { setNumber, isWorking, foretold }: ReadSet) {
  return {
    set_id: id,
    movement_id: movementId,
    workout_id: workoutId,
    performed_at: dateOf(at),
    position,
    set_number: setNumber,
    is_working: isWorking,
    load_kg: load,
    reps,
    ...(foretold !== null && {
      median: foretold.median,
      low50: foretold.range50.low,
      high50: foretold.range50.high,
      low80: foretold.range80.low,
      high80: foretold.range80.high,
      low95: foretold.range95.low,
      high95: foretold.range95.high,
      inside50: foretold.grade.inside50,
      inside80: foretold.grade.inside80,
      inside95: foretold.grade.inside95,
      miss: foretold.grade.error,
      crps: foretold.grade.crps,
      log_score: foretold.grade.nll,
    }),
  }
}

/** What a set's row says of it once it was read. */
export interface KeptForecast {
  readonly setNumber: number
  /** Null where nothing had been foretold. */
  readonly told: Told | null
}

/** What had been foretold of some sets, by their ids; those that are not read yet are left out. */
export async function forecastsOf(
  db: Db,
  athleteId: AthleteId,
  sets: readonly { readonly id: SetId }[],
): Promise<Map<SetId, KeptForecast>> {
  const rows = await db
    .selectFrom('set_forecast')
    .select(['set_id', 'set_number', 'low50', 'high50', 'low80', 'high80', 'low95', 'high95', 'inside50', 'inside80', 'inside95', 'miss'])
    .where('athlete_id', '=', athleteId)
    .where(sql<boolean>`set_id in (select a::uuid from jsonb_array_elements_text(${JSON.stringify(sets.map(({ id }) => id))}::jsonb) a)`)
    .execute()
  return new Map(rows.map((row) => [row.set_id as SetId, { setNumber: row.set_number, told: toldIn(row) }]))
}

type ToldRow = Readonly<Record<'low50' | 'high50' | 'low80' | 'high80' | 'low95' | 'high95', number | null>> &
  Readonly<Record<'inside50' | 'inside80' | 'inside95' | 'miss', number | null>>

function toldIn({ low50, high50, low80, high80, low95, high95, inside50, inside80, inside95, miss }: ToldRow): Told | null {
  if (miss === null) return null
  return {
    range50: { low: low50!, high: high50! },
    range80: { low: low80!, high: high80! },
    range95: { low: low95!, high: high95! },
    grade: { inside50: inside50!, inside80: inside80!, inside95: inside95!, error: miss },
  }
}

/** Where the first of these sets stood when it was read; null where none of them was. */
export async function firstReadPlace(db: Db, athleteId: AthleteId, ids: readonly SetId[]): Promise<SetPlace | null> {
  const row = await db
    .selectFrom('set_forecast')
    .select(['performed_at', 'position', 'set_id'])
    .where('athlete_id', '=', athleteId)
    .where(sql<boolean>`set_id in (select a::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) a)`)
    .orderBy('performed_at')
    .orderBy('position')
    .orderBy('set_id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { at: instant(row.performed_at), position: row.position, id: row.set_id as SetId }
}

/** Takes back what was foretold of the sets after a place; of all of them where there is none. */
export async function deleteForecastsAfter(db: Db, athleteId: AthleteId, last: SetPlace | null): Promise<void> {
  await db
    .deleteFrom('set_forecast')
    .where('athlete_id', '=', athleteId)
    .$if(last !== null, (query) =>
      query.where(sql<boolean>`(performed_at, position, set_id) > (${dateOf(last!.at)}, ${last!.position}::float8, ${last!.id}::uuid)`),
    )
    .execute()
}

/** Sums over scored sets. */
export interface ScoreSums {
  readonly sets: number
  readonly inside50: number
  readonly inside80: number
  readonly inside95: number
  readonly pit50: number
  readonly pit80: number
  readonly pit95: number
  readonly miss: number
  readonly crps: number
  readonly logScore: number
}

export interface Scores {
  readonly all: ScoreSums
  /** Of the newest sets. */
  readonly recent: ScoreSums
  readonly movements: readonly (ScoreSums & { readonly movementId: MovementId })[]
  readonly years: readonly (ScoreSums & { readonly year: number })[]
}

type Row = ScoreSums & { readonly grouping: number; readonly movement_id: string; readonly year: number; readonly is_recent: boolean }

/**
 * The scores of a lifter, or of one movement. Ramp-ups do not count: sets before the heaviest of their movement that day, and
 * lighter than four fifths of it. That is known only when the day is over, so it is asked here and not when a set is read.
 */
export async function scoresOf(
  db: Db,
  athleteId: AthleteId,
  { movementId, timeZone, recent }: { readonly movementId: MovementId | undefined; readonly timeZone: string; readonly recent: number },
): Promise<Scores> {
  const ofMovement = movementId === undefined ? sql`` : sql`and movement_id = ${movementId}`
  const { rows } = await sql<Row>`
    with day as (
      select *, first_value(load_kg) over heaviest_first as heaviest, first_value(set_number) over heaviest_first as top_set
      from set_forecast where athlete_id = ${athleteId} and is_working ${ofMovement}
      window heaviest_first as (partition by workout_id, movement_id order by load_kg desc, set_number)
    ), scored as (
      select *, extract(year from performed_at at time zone ${timeZone})::int as year,
        row_number() over (order by performed_at desc, position desc, set_id desc) <= ${recent}::int as is_recent
      from day where median is not null and not (set_number < top_set and load_kg < 0.8 * heaviest)
    )
    select grouping(movement_id, year, is_recent) as grouping, movement_id, year, is_recent, count(*)::int as sets,
      count(*) filter (where reps between low50 and high50)::int as inside50,
      count(*) filter (where reps between low80 and high80)::int as inside80,
      count(*) filter (where reps between low95 and high95)::int as inside95,
      sum(inside50) as pit50, sum(inside80) as pit80, sum(inside95) as pit95,
      sum(miss) as miss, sum(crps) as crps, sum(log_score) as "logScore"
    from scored group by grouping sets ((movement_id), (year), (is_recent))
    order by movement_id, year`.execute(db)
  const parts = { movement: rows.filter(is(3)), year: rows.filter(is(5)), recent: rows.filter(is(6)) }
  const recentRows = parts.recent.filter((row) => row.is_recent)
  return {
    all: summed(parts.recent),
    recent: summed(recentRows),
    movements: parts.movement.map((row) => ({ ...summed([row]), movementId: row.movement_id as MovementId })),
    years: parts.year.map((row) => ({ ...summed([row]), year: row.year })),
  }
}

/** Which of (movement, year, is_recent) a row is summed over, as Postgres numbers them. */
const is = (grouping: number) => (row: Row) => row.grouping === grouping

function summed(rows: readonly ScoreSums[]): ScoreSums {
  const sum = (name: keyof ScoreSums) => rows.reduce((total, row) => total + row[name], 0)
  return {
    sets: sum('sets'),
    inside50: sum('inside50'),
    inside80: sum('inside80'),
    inside95: sum('inside95'),
    pit50: sum('pit50'),
    pit80: sum('pit80'),
    pit95: sum('pit95'),
    miss: sum('miss'),
    crps: sum('crps'),
    logScore: sum('logScore'),
  }
}
