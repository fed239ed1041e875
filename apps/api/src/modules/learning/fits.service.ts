import { createHash } from 'node:crypto'
import { type AthleteId, type Instant, isoOf, minutesAfter } from '@gymgenius/domain'
import { ENGINE_VERSION, type Traits } from '@gymgenius/engine'
import {
  FIRST_PRIORS,
  type LifterPriors,
  MOST_RIR_READ,
  type Proof,
  type TrainedSet,
  trainedSetsOf,
  traitsOf,
  unproved,
  type WarmStart,
} from '@gymgenius/engine/sampling'
import { changeHead } from '../../platform/changes.ts'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import type { Db } from '../../platform/database.ts'
import { type BodyMasses, bodyMassesOf } from '../diary/index.ts'
import { type DoneSet, nextSets, type SetPlace } from '../logging/index.ts'
import {
  fitsOf,
  forgetPopulations,
  informativeSets,
  keepFit,
  keepProof,
  keepPopulation,
  type KeptFit,
  lastFits,
  liftersWaiting,
  noteVisits,
  populationPriors,
  trustedSummaries,
  type Waiting,
} from './fits.repository.ts'
import { fitAside } from './fitting.ts'
import { factsOf } from './reading.service.ts'

/** Fewer sets than this say nothing yet, and fewer new ones than that are not worth a fit. */
export const SETS_NEEDED = 60
const SETS_GROWN = 8
/** Nobody is fitted twice a day. */
const MINUTES_BETWEEN = 20 * 60
/** Lifters looked at in one round of the chore, of whom one is fitted. */
const VISITS_A_ROUND = 100
const PAGE = 1000
/** Seven seconds cold; what a lifter was before so many sets says little of today. */
const MOST_SETS = 10_000
const LIFTERS_NEEDED = 20
const MOST_LIFTERS = 2000

/** The chore: fits the one lifter who has waited longest, of those with enough new sets. */
export async function fitNext(ctx: Ctx): Promise<void> {
  await fitOneOfThose(ctx, minutesAfter(ctx.clock.now(), -MINUTES_BETWEEN))
}

/** Fits everyone with enough new sets, however recently they were looked at. */
export async function fitAllDue(ctx: Ctx): Promise<readonly KeptFit[]> {
  const began = ctx.clock.now()
  const fits: KeptFit[] = []
  for (;;) {
    const round = await fitOneOfThose(ctx, began)
    if (round.fit !== undefined) fits.push(round.fit)
    if (round.visited === 0) return fits
  }
}

/** Fits this lifter, whatever is new; undefined where they have too few sets. */
export async function fitNow(ctx: Ctx, athleteId: AthleteId): Promise<KeptFit | undefined> {
  const { changeHead: head, sets } = await actingAs(ctx, system, async (ctx) => ({
    changeHead: await changeHead(ctx, athleteId),
    sets: (await informativeSets(ctx.db, [athleteId])).get(athleteId) ?? 0,
  }))
  return sets < SETS_NEEDED ? undefined : fitLifter(ctx, { athleteId, changeHead: head, sets })
}

/** The chore: what the trusted fits have in common is where the next ones begin, if they are many enough to name nobody. */
export async function fitEverybody(ctx: Ctx): Promise<number> {
  const summaries = await actingAs(ctx, system, (ctx) => trustedSummaries(ctx.db, ENGINE_VERSION, MOST_LIFTERS))
  const isEnough = summaries.length >= LIFTERS_NEEDED
  const priors = isEnough ? await fitAside({ kind: 'population', summaries }) : undefined
  await actingAs(ctx, system, async ({ db, clock }) => {
    if (priors !== undefined) await keepPopulation(db, ENGINE_VERSION, { lifters: summaries.length, priors, madeAt: clock.now() })
    await forgetPopulations(db, isEnough ? ENGINE_VERSION : undefined)
  })
  return isEnough ? summaries.length : 0
}

interface Due extends Waiting {
  readonly sets: number
}

async function fitOneOfThose(ctx: Ctx, before: Instant): Promise<{ readonly visited: number; readonly fit: KeptFit | undefined }> {
  const { visited, due } = await actingAs(ctx, system, async ({ db, clock }) => {
    const waiting = await liftersWaiting(db, before, VISITS_A_ROUND)
    const all = await dueOf(db, waiting)
    const later = new Set(all.map(({ athleteId }) => athleteId))
    const nothingNew = waiting.filter(({ athleteId }) => !later.has(athleteId))
    await noteVisits(
      db,
      nothingNew.map(({ athleteId, changeHead }) => ({ athleteId, seenSeq: changeHead })),
      clock.now(),
    )
    return { visited: waiting.length, due: all[0] }
  })
  if (due === undefined) return { visited, fit: undefined }
  try {
    return { visited, fit: await fitLifter(ctx, due) }
  } catch (error) {
    ctx.log.error({ err: error, athleteId: due.athleteId }, 'a lifter could not be fitted')
    return { visited, fit: undefined }
  }
}

async function dueOf(db: Db, waiting: readonly Waiting[]): Promise<Due[]> {
  const athletes = waiting.map(({ athleteId }) => athleteId)
  const sets = await informativeSets(db, athletes)
  const last = await lastFits(db, athletes)
  return waiting
    .map((one) => ({ ...one, sets: sets.get(one.athleteId) ?? 0 }))
    .filter((one) => {
      const before = last.get(one.athleteId)
      const isNew = before?.engineVersion !== ENGINE_VERSION || one.sets - before.setsCounted >= SETS_GROWN
      return one.sets >= SETS_NEEDED && isNew
    })
}

/** Gathers, lets a program aside fit, and keeps what came of it. A visit is noted before, so that a fit that kills its process waits a day too. */
async function fitLifter(ctx: Ctx, { athleteId, changeHead, sets }: Due): Promise<KeptFit> {
  const madeAt = ctx.clock.now()
  await actingAs(ctx, system, ({ db }) => noteVisits(db, [{ athleteId, seenSeq: -1 }], madeAt))
  const { masses, priors, yesterday, onTrial } = await actingAs(ctx, system, (ctx) => beginningOf(ctx, athleteId))
  const trained = await trainedSets(ctx, athleteId, masses)
  const seed = seedOf(athleteId, madeAt)
  const found = await fitAside({ kind: 'lifter', sets: trained, priors, seed, yesterday, onTrial })
  const { mean, covariance, diagnoses, divergences, informativeSets, warmStart } = found
  const all = Object.values(diagnoses)
  const fit: KeptFit = {
    isTrusted: found.isTrusted && informativeSets >= SETS_NEEDED,
    engineVersion: ENGINE_VERSION,
    madeAt,
    seed,
    setsCounted: sets,
    setsRead: informativeSets,
    firstAt: (trained.find(speaks)?.at ?? madeAt) as Instant,
    divergences,
    largestRHat: Math.max(...all.map(({ rHat }) => rHat)),
    smallestEss: Math.min(...all.map(({ bulkEss, tailEss }) => Math.min(bulkEss, tailEss))),
    posterior: { mean, covariance, madeUnder: priors, diagnoses },
    warmStart,
    proof: found.proof,
  }
  await actingAs(ctx, system, async ({ db }) => {
    await keepFit(db, athleteId, fit)
    if (!fit.isTrusted && fit.proof !== undefined) await keepProof(db, athleteId, fit.proof)
    await noteVisits(db, [{ athleteId, seenSeq: changeHead }], madeAt)
  })
  return fit
}

interface Beginning {
  readonly masses: BodyMasses
  readonly priors: LifterPriors
  readonly yesterday: WarmStart | undefined
  readonly onTrial: { readonly traits: Traits; readonly proof: Proof } | undefined
}

async function beginningOf(ctx: Ctx, athleteId: AthleteId): Promise<Beginning> {
  const masses = await bodyMassesOf(ctx, athleteId)
  const before = (await fitsOf(ctx.db, athleteId)).find(({ isTrusted, engineVersion }) => isTrusted && engineVersion === ENGINE_VERSION)
  const priors = (await populationPriors(ctx.db, ENGINE_VERSION)) ?? FIRST_PRIORS
  return {
    masses,
    priors,
    yesterday: before?.warmStart,
    onTrial: before && { traits: traitsOf(before.posterior), proof: provedSoFar(before) },
  }
}

/** The sets that a fit was made from do not prove it. */
const provedSoFar = ({ madeAt, proof }: Pick<KeptFit, 'madeAt' | 'proof'>) => proof ?? unproved(madeAt)

/** The newest sets as the fit sees them, oldest first; read a page at a time, each in a unit of its own. */
async function trainedSets(ctx: Ctx, athleteId: AthleteId, masses: BodyMasses): Promise<readonly TrainedSet[]> {
  let sets: DoneSet[] = []
  let after: SetPlace | null = null
  for (;;) {
    const page: DoneSet[] = await actingAs(ctx, system, (ctx) => nextSets(ctx, athleteId, after, PAGE))
    sets = [...sets, ...page].slice(-MOST_SETS)
    after = page.at(-1) ?? after
    if (page.length < PAGE) break
  }
  const facts = await actingAs(ctx, system, (ctx) => factsOf(ctx, athleteId, [...new Set(sets.map(({ movementId }) => movementId))]))
  return trainedSetsOf(
    sets.map((set) => ({ ...set, movement: facts.get(set.movementId)!, workoutKey: set.workoutId, bodyMass: masses.at(set.at) })),
  )
}

const speaks = ({ rir }: TrainedSet) => rir !== null && rir <= MOST_RIR_READ

/** The same for a lifter all day. */
const seedOf = (athleteId: AthleteId, at: Instant) =>
  createHash('sha256')
    .update(`${athleteId} ${isoOf(at).slice(0, 10)} fit`)
    .digest()
    .readInt32BE()
