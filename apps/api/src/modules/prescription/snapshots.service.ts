import type { Settings } from '@gymgenius/contracts'
import { type AthleteId, daysBefore, type Instant, type Movement, type MovementId } from '@gymgenius/domain'
import { ENGINE_VERSION, type Loadable, type Readiness, type SnapshotSet, type TrainingSnapshot, weighedSets } from '@gymgenius/engine'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { type BodyMasses, bodyMassesOf } from '../diary/index.ts'
import { loadsForAll } from '../equipment/index.ts'
import { type Known, knownOf, priorOf, readingOf } from '../learning/index.ts'
import { recentSets, routineMovements, trainedMovements } from '../logging/index.ts'
import { movementsFor } from '../movements/index.ts'

const RECENT_DAYS = 90

/**
 * What the phone keeps, so that it can prescribe without a network: the movements of the routines and of the last 90 days, and what
 * the lifter showed in all of them, from which the first set of any other movement follows; and the belief behind that, so that the phone reads
 * on with the sets it logs.
 */
export async function listSnapshots(ctx: Ctx, { athleteId }: Athlete) {
  const settings = await settingsOf(ctx, athleteId)
  const loadsOf = await loadsForAll(ctx, athleteId, settings.unit)
  const known = await knownOf(ctx, athleteId)
  const masses = await bodyMassesOf(ctx, athleteId)
  const items = []
  for (const movement of await movementsInUse(ctx, athleteId)) {
    const sets = await recentSets(ctx, athleteId, movement.id)
    items.push({
      movementId: movement.id,
      engineVersion: ENGINE_VERSION,
      snapshot: snapshotOf(movement, { settings, masses, at: ctx.clock.now() }, loadsOf(movement), sets, known),
    })
  }
  return { items, strengths: [...known.strengths], reading: await readingOf(ctx, athleteId, masses.undated) }
}

async function movementsInUse(ctx: Ctx, athleteId: AthleteId): Promise<Movement[]> {
  const trained = await trainedMovements(ctx, athleteId, daysBefore(ctx.clock.now(), RECENT_DAYS))
  const planned = await routineMovements(ctx, athleteId)
  const ids = new Set<MovementId>([...planned, ...trained.map(({ movementId }) => movementId)])
  return [...(await movementsFor(ctx, athleteId, ids)).values()]
}

export interface Lifter {
  readonly settings: Settings
  readonly masses: BodyMasses
  /** When the set is asked for. */
  readonly at: Instant
  readonly readiness?: Readiness | undefined
}

/** All that the engine may know about one movement, in the order in which it is written down. */
export function snapshotOf(
  movement: Movement,
  { settings, masses, at, readiness }: Lifter,
  loads: Loadable,
  sets: readonly SnapshotSet[],
  known: Known,
): TrainingSnapshot {
  const { id, pattern, loadKind, equipment } = movement
  const { traits } = known
  const prior = priorOf(movement, known)
  const bodyMass = masses.at(at)
  return {
    movement: { id, pattern, loadKind, equipment },
    athlete: { bodyMass, isNovice: settings.isNovice, hasPain: settings.hasPain },
    loads,
    sets: weighedSets(loadKind, sets, bodyMass, masses.at),
    ...(prior === undefined ? {} : { prior }),
    ...(readiness === undefined ? {} : { readiness }),
    ...(traits === undefined ? {} : { traits }),
  }
}
