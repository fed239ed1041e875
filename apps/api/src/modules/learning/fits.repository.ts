import { type AthleteId, dateOf, type Instant, instant, kindsThatTell } from '@gymgenius/domain'
import {
  type LifterPriors,
  type LifterSummary,
  MOST_RIR_READ,
  type Posterior,
  type Proof,
  type WarmStart,
} from '@gymgenius/engine/sampling'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { FitAnswer } from './fitting.aside.ts'

/** What a lifter's sets say of them, as it is kept. */
export interface KeptFit {
  readonly isTrusted: boolean
  readonly engineVersion: string
  readonly madeAt: Instant
  readonly seed: number
  readonly setsCounted: number
  readonly setsRead: number
  readonly firstAt: Instant
  readonly divergences: number
  readonly largestRHat: number
  readonly smallestEss: number
  readonly posterior: Posterior & { readonly madeUnder: LifterPriors; readonly diagnoses: FitAnswer['diagnoses'] }
  readonly warmStart: WarmStart
  /** How the traits of the fits before it did; undefined where no set came after one. */
  readonly proof: Proof | undefined
}

/** A lifter of whom something changed since they were last looked at. */
export interface Waiting {
  readonly athleteId: AthleteId
  readonly changeHead: number
}

/** Sets that tell what the lifter can do, and how hard they were, as the likelihood reads them. */
const isInformative = sql<boolean>`kind = any(${kindsThatTell}) and deleted_at is null and not needs_confirmation and reps >= 1 and (to_failure or rir <= ${MOST_RIR_READ})`

export async function informativeSets(db: Db, athletes: readonly AthleteId[]): Promise<ReadonlyMap<AthleteId, number>> {
  if (athletes.length === 0) return new Map()
  const rows = await db
    .selectFrom('performed_set')
    .select(['athlete_id', sql<number>`count(*)::int`.as('sets')])
    .where('athlete_id', 'in', athletes)
    .where(isInformative)
    .groupBy('athlete_id')
    .execute()
  return new Map(rows.map(({ athlete_id, sets }) => [athlete_id as AthleteId, sets]))
}

/** Lifters with changes, not looked at since `before`; those left alone longest first. */
export async function liftersWaiting(db: Db, before: Instant, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('athlete as a')
    .leftJoin('fit_visit as v', 'v.athlete_id', 'a.id')
    .select(['a.id', 'a.change_head'])
    .where('a.change_head', '>', 0)
    .where((is) =>
      is.or([
        is('v.athlete_id', 'is', null),
        is.and([is('v.seen_seq', '<>', is.ref('a.change_head')), is('v.visited_at', '<', dateOf(before))]),
      ]),
    )
    .orderBy('v.visited_at', (order) => order.asc().nullsFirst())
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, change_head }) => ({ athleteId: id as AthleteId, changeHead: change_head }))
}

export async function noteVisits(db: Db, visits: readonly { athleteId: AthleteId; seenSeq: number }[], at: Instant): Promise<void> {
  if (visits.length === 0) return
  await db
    .insertInto('fit_visit')
    .values(visits.map(({ athleteId, seenSeq }) => ({ athlete_id: athleteId, seen_seq: seenSeq, visited_at: dateOf(at) })))
    .onConflict((conflict) =>
      conflict
        .column('athlete_id')
        .doUpdateSet((is) => ({ seen_seq: is.ref('excluded.seen_seq'), visited_at: is.ref('excluded.visited_at') })),
    )
    .execute()
}

/** The newest fits of a lifter, newest first: at most one that is trusted and one that is not. */
export async function fitsOf(db: Db, athleteId: AthleteId): Promise<KeptFit[]> {
  const rows = await db.selectFrom('lifter_fit').selectAll().where('athlete_id', '=', athleteId).orderBy('made_at', 'desc').execute()
  return rows.map((row) => ({
    isTrusted: row.is_trusted,
    engineVersion: row.engine_version,
    madeAt: instant(row.made_at),
    seed: row.seed,
    setsCounted: row.sets_counted,
    setsRead: row.sets_read,
    firstAt: instant(row.first_at),
    divergences: row.divergences,
    largestRHat: row.largest_r_hat,
    smallestEss: row.smallest_ess,
    posterior: JSON.parse(row.posterior) as KeptFit['posterior'],
    warmStart: JSON.parse(row.warm_start) as WarmStart,
    proof: row.proof === null ? undefined : (JSON.parse(row.proof) as Proof),
  }))
}

export async function keepFit(db: Db, athleteId: AthleteId, fit: KeptFit): Promise<void> {
  const row = {
    engine_version: fit.engineVersion,
    made_at: dateOf(fit.madeAt),
    seed: fit.seed,
    sets_counted: fit.setsCounted,
    sets_read: fit.setsRead,
    first_at: dateOf(fit.firstAt),
    divergences: fit.divergences,
    largest_r_hat: fit.largestRHat,
    smallest_ess: fit.smallestEss,
    posterior: JSON.stringify(fit.posterior),
    warm_start: JSON.stringify(fit.warmStart),
    proof: fit.proof === undefined ? null : JSON.stringify(fit.proof),
  }
  await db
    .insertInto('lifter_fit')
    .values({ athlete_id: athleteId, is_trusted: fit.isTrusted, ...row })
    .onConflict((conflict) => conflict.columns(['athlete_id', 'is_trusted']).doUpdateSet(row))
    .execute()
}

/** Notes how the traits of the trusted fit did, where a newer fit may not be believed. */
export async function keepProof(db: Db, athleteId: AthleteId, proof: Proof): Promise<void> {
  await db
    .updateTable('lifter_fit')
    .set({ proof: JSON.stringify(proof) })
    .where('athlete_id', '=', athleteId)
    .where('is_trusted', '=', true)
    .execute()
}

/** Sets and engine of each lifter's last fit, trusted or not. */
export async function lastFits(
  db: Db,
  athletes: readonly AthleteId[],
): Promise<ReadonlyMap<AthleteId, { readonly setsCounted: number; readonly engineVersion: string }>> {
  if (athletes.length === 0) return new Map()
  const rows = await db
    .selectFrom('lifter_fit')
    .select(['athlete_id', 'sets_counted', 'engine_version'])
    .where('athlete_id', 'in', athletes)
    .orderBy('made_at')
    .execute()
  return new Map(
    rows.map(({ athlete_id, sets_counted, engine_version }) => [
      athlete_id as AthleteId,
      { setsCounted: sets_counted, engineVersion: engine_version },
    ]),
  )
}

/** The newest trusted fits of this engine, for what lifters have in common. */
export async function trustedSummaries(db: Db, engineVersion: string, limit: number): Promise<LifterSummary[]> {
  const rows = await db
    .selectFrom('lifter_fit')
    .select('posterior')
    .where('is_trusted', '=', true)
    .where('engine_version', '=', engineVersion)
    .orderBy('made_at', 'desc')
    .orderBy('athlete_id')
    .limit(limit)
    .execute()
  return rows.map(({ posterior }) => JSON.parse(posterior) as LifterSummary)
}

export async function populationPriors(db: Db, engineVersion: string): Promise<LifterPriors | undefined> {
  const row = await db.selectFrom('population_fit').select('priors').where('engine_version', '=', engineVersion).executeTakeFirst()
  return row && (JSON.parse(row.priors) as LifterPriors)
}

export async function keepPopulation(
  db: Db,
  engineVersion: string,
  { lifters, priors, madeAt }: { readonly lifters: number; readonly priors: LifterPriors; readonly madeAt: Instant },
): Promise<void> {
  const row = { made_at: dateOf(madeAt), lifters, priors: JSON.stringify(priors) }
  await db
    .insertInto('population_fit')
    .values({ engine_version: engineVersion, ...row })
    .onConflict((conflict) => conflict.column('engine_version').doUpdateSet(row))
    .execute()
}

/** Forgets what was learned in common by other engines, or by all. */
export async function forgetPopulations(db: Db, keep: string | undefined): Promise<void> {
  await db
    .deleteFrom('population_fit')
    .$if(keep !== undefined, (query) => query.where('engine_version', '<>', keep!))
    .execute()
}
