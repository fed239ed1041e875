import { type AthleteId, dateOf, type Instant, instant, type Kilograms, type MovementId, type SetId } from '@gymgenius/domain'
import type { KeptParts } from '@gymgenius/engine/reading'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { SetPlace } from '../logging/index.ts'

/** How far the sets of a lifter were read, and what is believed since. */
export interface Reading {
  readonly engineVersion: string
  readonly bodyMass: Kilograms | null
  /** Every change up to here is in the belief, or waits behind the last set read. */
  readonly seenSeq: number
  readonly hasMore: boolean
  readonly setsRead: number
  /** The last set read. */
  readonly last: SetPlace | null
  readonly parts: KeptParts
  /** What the engine was told of each movement. */
  readonly facts: ReadonlyMap<MovementId, string>
}

/** What the movements of a lifter say of each other, as JSON. */
export type Strengths = string

export interface StoredReading extends Reading {
  readonly revision: number
  /** True where the strengths that are kept are those of all sets. */
  readonly strengthsAreWhole: boolean
}

/** A whole state of earlier, to begin again from. */
export type Milestone = Pick<Reading, 'setsRead' | 'last' | 'parts'>

export async function findReading(db: Db, athleteId: AthleteId): Promise<StoredReading | undefined> {
  const row = await db.selectFrom('lifter_belief').selectAll().where('athlete_id', '=', athleteId).executeTakeFirst()
  if (row === undefined) return undefined
  const movements = await db
    .selectFrom('movement_belief')
    .select(['movement_id', 'facts', 'state'])
    .where('athlete_id', '=', athleteId)
    .execute()
  return {
    engineVersion: row.engine_version,
    bodyMass: row.body_mass_kg as Kilograms | null,
    seenSeq: row.seen_seq,
    hasMore: row.has_more,
    setsRead: row.sets_read,
    last: placeOf(row),
    parts: { lifter: row.state, movements: new Map(movements.map(({ movement_id, state }) => [movement_id, state])) },
    facts: new Map(movements.map(({ movement_id, facts }) => [movement_id as MovementId, facts])),
    revision: row.revision,
    strengthsAreWhole: row.strengths_are_whole,
  }
}

/** Writes a reading over the one it began with; false, and nothing written, where somebody else was quicker. */
export async function saveReading(
  db: Db,
  athleteId: AthleteId,
  before: StoredReading | undefined,
  reading: Reading,
  strengths: Strengths,
  now: Instant,
): Promise<boolean> {
  const { last, parts, facts } = reading
  const revision = before?.revision ?? 0
  const row = {
    engine_version: reading.engineVersion,
    body_mass_kg: reading.bodyMass,
    seen_seq: reading.seenSeq,
    has_more: reading.hasMore,
    sets_read: reading.setsRead,
    last_at: last === null ? null : dateOf(last.at),
    last_position: last?.position ?? null,
    last_set_id: last?.id ?? null,
    state: parts.lifter,
    revision: revision + 1,
    retry_at: null,
    updated_at: dateOf(now),
    // Half a log read again would forget what was known of the rest.
    ...(reading.hasMore && before?.strengthsAreWhole === true ? {} : { strengths, strengths_are_whole: !reading.hasMore }),
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lifter_belief')
    .values({ athlete_id: athleteId, ...row })
    .onConflict((conflict) => conflict.column('athlete_id').doUpdateSet(row).where('lifter_belief.revision', '=', revision))
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false

  const changed = [...parts.movements]
    .filter(
      ([id, state]) => before?.parts.movements.get(id) !== state || before.facts.get(id as MovementId) !== facts.get(id as MovementId),
    )
    .map(([id, state]) => ({ athlete_id: athleteId, movement_id: id, facts: facts.get(id as MovementId)!, state }))
  if (changed.length > 0) {
    await sql`insert into movement_belief select r.* from jsonb_populate_recordset(null::movement_belief, ${JSON.stringify(changed)}::jsonb) r
      on conflict (athlete_id, movement_id) do update set facts = excluded.facts, state = excluded.state`.execute(db)
  }
  const gone = [...(before?.parts.movements.keys() ?? [])].filter((id) => !parts.movements.has(id))
  if (gone.length > 0) await db.deleteFrom('movement_belief').where('athlete_id', '=', athleteId).where('movement_id', 'in', gone).execute()
  return true
}

/** Leaves a lifter whose sets could not be read alone until then. */
export async function putOff(db: Db, athleteId: AthleteId, until: Instant, now: Instant): Promise<void> {
  await sql`
    insert into lifter_belief (athlete_id, engine_version, seen_seq, has_more, sets_read, state, revision, retry_at, updated_at)
    select id, '', 0, true, 0, '', 0, ${dateOf(until)}, ${dateOf(now)} from athlete where id = ${athleteId}
    on conflict (athlete_id) do update set retry_at = excluded.retry_at, updated_at = excluded.updated_at`.execute(db)
}

/** Lifters of whom something changed that was not read, or that another engine read; those left alone longest first. */
export async function athletesBehind(db: Db, engineVersion: string, now: Instant, limit: number): Promise<AthleteId[]> {
  const rows = await db
    .selectFrom('athlete as a')
    .leftJoin('lifter_belief as b', 'b.athlete_id', 'a.id')
    .select('a.id')
    .where((is) =>
      is.or([
        is.and([is('b.athlete_id', 'is', null), is('a.change_head', '>', 0)]),
        is('b.seen_seq', '<>', is.ref('a.change_head')),
        is('b.has_more', '=', true),
        is('b.engine_version', '<>', engineVersion),
      ]),
    )
    .where((is) => is.or([is('b.retry_at', 'is', null), is('b.retry_at', '<=', dateOf(now))]))
    .orderBy('b.updated_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as AthleteId)
}

/** True where every set of this lifter up to a change is read by this engine. */
export async function isReadTo(db: Db, athleteId: AthleteId, engineVersion: string, changeHead: number): Promise<boolean> {
  if (changeHead === 0) return true
  const row = await db
    .selectFrom('lifter_belief')
    .select(['seen_seq', 'has_more', 'engine_version'])
    .where('athlete_id', '=', athleteId)
    .executeTakeFirst()
  return row !== undefined && row.seen_seq === changeHead && !row.has_more && row.engine_version === engineVersion
}

/** The newest milestone whose last set comes before this place. */
export async function milestoneBefore(db: Db, athleteId: AthleteId, place: SetPlace): Promise<Milestone | undefined> {
  const row = await db
    .selectFrom('belief_milestone')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where(isBefore(place))
    .orderBy('sets_read', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { lifter, movements } = JSON.parse(row.state) as { lifter: string; movements: [string, string][] }
  return { setsRead: row.sets_read, last: placeOf(row), parts: { lifter, movements: new Map(movements) } }
}

export async function newestMilestone(db: Db, athleteId: AthleteId): Promise<number> {
  const row = await db
    .selectFrom('belief_milestone')
    .select((q) => q.fn.max<number | null>('sets_read').as('sets_read'))
    .where('athlete_id', '=', athleteId)
    .executeTakeFirstOrThrow()
  return row.sets_read ?? 0
}

/** Sets a milestone, and takes up all but the newest `keep`. */
export async function setMilestone(db: Db, athleteId: AthleteId, { setsRead, last, parts }: Milestone, keep: number): Promise<void> {
  await db
    .insertInto('belief_milestone')
    .values({
      athlete_id: athleteId,
      sets_read: setsRead,
      last_at: dateOf(last!.at),
      last_position: last!.position,
      last_set_id: last!.id,
      state: JSON.stringify({ lifter: parts.lifter, movements: [...parts.movements] }),
    })
    .execute()
  await sql`delete from belief_milestone where athlete_id = ${athleteId} and sets_read <= coalesce((
    select sets_read from belief_milestone where athlete_id = ${athleteId} order by sets_read desc offset ${keep} limit 1), -1)`.execute(db)
}

export async function dropMilestonesAfter(db: Db, athleteId: AthleteId, setsRead: number): Promise<void> {
  await db.deleteFrom('belief_milestone').where('athlete_id', '=', athleteId).where('sets_read', '>', setsRead).execute()
}

const isBefore = ({ at, position, id }: SetPlace) =>
  sql<boolean>`(last_at, last_position, last_set_id) < (${dateOf(at)}, ${position}::float8, ${id}::uuid)`

function placeOf(row: {
  readonly last_at: Date | null
  readonly last_position: number | null
  readonly last_set_id: string | null
}): SetPlace | null {
  return row.last_at === null ? null : { at: instant(row.last_at), position: row.last_position!, id: row.last_set_id as SetId }
}
