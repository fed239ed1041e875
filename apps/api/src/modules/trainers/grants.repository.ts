import type { DataKind } from '@gymgenius/contracts'
import { type AccountId, type AthleteId, dateOf, type Instant, instant, type TrainerGrantId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

export interface GrantRecord {
  readonly id: TrainerGrantId
  readonly athleteId: AthleteId
  readonly shownAs: string
  readonly kinds: readonly DataKind[]
  readonly seenFrom: Instant | null
  readonly endsAt: Instant | null
  readonly codeExpiresAt: Instant
  readonly givenAt: Instant
  readonly trainerEmail: string | null
  readonly takenAt: Instant | null
  readonly endedAt: Instant | null
  readonly lastLookedAt: Instant | null
  readonly looks: number
}

export type GrantFields = Pick<GrantRecord, 'shownAs' | 'kinds' | 'seenFrom' | 'endsAt'>

const columnsOf = ({ shownAs, kinds, seenFrom, endsAt }: GrantFields) => ({
  shown_as: shownAs,
  kinds: [...kinds],
  seen_from: maybeDate(seenFrom),
  ends_at: maybeDate(endsAt),
})

/** False when the id is taken. */
export async function insertGrant(
  db: Db,
  athleteId: AthleteId,
  id: TrainerGrantId,
  fields: GrantFields,
  code: { readonly hash: string; readonly expiresAt: Instant },
  now: Instant,
): Promise<boolean> {
  const row = await db
    .insertInto('trainer_grant')
    .values({
      ...columnsOf(fields),
      id,
      athlete_id: athleteId,
      code_hash: code.hash,
      code_expires_at: dateOf(code.expiresAt),
      given_at: dateOf(now),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const findGrant = async (db: Db, athleteId: AthleteId, id: TrainerGrantId): Promise<GrantRecord | undefined> =>
  (await grants(db).where('athlete_id', '=', athleteId).where('id', '=', id).execute()).map(recordOf)[0]

/** What an athlete gave, newest first; of what has ended, what did so since then. */
export async function grantsOf(db: Db, athleteId: AthleteId, endedSince: Instant): Promise<GrantRecord[]> {
  const rows = await grants(db)
    .where('athlete_id', '=', athleteId)
    .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>=', dateOf(endedSince))]))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(recordOf)
}

/** What runs for a trainer now, newest first. */
export async function grantsTo(db: Db, trainerId: AccountId, now: Instant): Promise<GrantRecord[]> {
  const rows = await running(db, trainerId, now).orderBy('taken_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(recordOf)
}

/** One that runs for a trainer now, held until this unit ends. */
export async function runningGrant(db: Db, trainerId: AccountId, id: TrainerGrantId, now: Instant): Promise<GrantRecord | undefined> {
  const row = await running(db, trainerId, now).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && recordOf(row)
}

export async function updateGrant(db: Db, athleteId: AthleteId, id: TrainerGrantId, fields: GrantFields): Promise<void> {
  await db.updateTable('trainer_grant').set(columnsOf(fields)).where('athlete_id', '=', athleteId).where('id', '=', id).execute()
}

/** Gives an open grant to the one who shows its code; undefined when there is none, or it is their own. */
export async function takeOpenGrant(
  db: Db,
  codeHash: string,
  trainer: { readonly id: AccountId; readonly email: string },
  now: Instant,
): Promise<GrantRecord | undefined> {
  const row = await db
    .updateTable('trainer_grant')
    .set({ trainer_id: trainer.id, trainer_email: trainer.email, taken_at: dateOf(now) })
    .where('code_hash', '=', codeHash)
    .where('code_expires_at', '>', dateOf(now))
    .where('trainer_id', 'is', null)
    .where('ended_at', 'is', null)
    .where('athlete_id', '!=', trainer.id)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', dateOf(now))]))
    .returningAll()
    .executeTakeFirst()
  return row && recordOf(row)
}

/** Ends grants of an athlete, the named one or all; how many were not ended yet. */
export async function endGrants(db: Db, athleteId: AthleteId, which: TrainerGrantId | 'all', now: Instant): Promise<number> {
  let ending = db
    .updateTable('trainer_grant')
    .set({ ended_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('ended_at', 'is', null)
  if (which !== 'all') ending = ending.where('id', '=', which)
  return (await ending.returning('id').execute()).length
}

export async function countLook(db: Db, id: TrainerGrantId, now: Instant): Promise<void> {
  await db
    .updateTable('trainer_grant')
    .set({ last_looked_at: dateOf(now), looks: sql`looks + 1` })
    .where('id', '=', id)
    .execute()
}

/** As the house: removes grants that ended before then, and codes that nobody took. */
export async function deleteGrantsEndedBefore(db: Db, before: Instant): Promise<void> {
  await db
    .deleteFrom('trainer_grant')
    .where((is) =>
      is.or([
        is('ended_at', '<', dateOf(before)),
        is('ends_at', '<', dateOf(before)),
        is.and([is('trainer_id', 'is', null), is('code_expires_at', '<', dateOf(before))]),
      ]),
    )
    .execute()
}

const grants = (db: Db) => db.selectFrom('trainer_grant').selectAll()

const running = (db: Db, trainerId: AccountId, now: Instant) =>
  grants(db)
    .where('trainer_id', '=', trainerId)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', dateOf(now))]))

type Row = Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]

const recordOf = (row: Row): GrantRecord => ({
  id: row.id as TrainerGrantId,
  athleteId: row.athlete_id as AthleteId,
  shownAs: row.shown_as,
  kinds: row.kinds as DataKind[],
  seenFrom: maybeInstant(row.seen_from),
  endsAt: maybeInstant(row.ends_at),
  codeExpiresAt: instant(row.code_expires_at),
  givenAt: instant(row.given_at),
  trainerEmail: row.trainer_email,
  takenAt: maybeInstant(row.taken_at),
  endedAt: maybeInstant(row.ended_at),
  lastLookedAt: maybeInstant(row.last_looked_at),
  looks: row.looks,
})

const maybeDate = (at: Instant | null) => (at === null ? null : dateOf(at))
const maybeInstant = (date: Date | null) => (date === null ? null : instant(date))
