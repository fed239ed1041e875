import type { AthleteId } from '@gymgenius/domain'
import type { Config } from '../../platform/config.ts'
import type { Ctx } from '../../platform/context.ts'
import { lastChange, type KeptMovement, ownMovements } from './movements.repository.ts'
import { ownVectorHashes, vectorsOf } from './vectors.repository.ts'
import { saidHash } from './vectors.service.ts'

type Vectors = Awaited<ReturnType<typeof vectorsOf>>

interface Shelf {
  readonly changeSeq: number
  readonly movements: readonly KeptMovement[]
  readonly vectors: Map<string, Vectors>
}

/** Lifters whose movements are kept at hand; who searches types, and asks again at each letter. */
const MOST_SHELVES = 200

const shelves = new WeakMap<Config, Map<AthleteId, Shelf>>()

/**
 * The athlete's own movements by name, as `ownMovements`: read again only when one of them changed, which costs one small question.
 * For requests that change none themselves.
 */
export async function ownShelf(ctx: Ctx, athleteId: AthleteId): Promise<readonly KeptMovement[]> {
  return (await shelfOf(ctx, athleteId)).movements
}

/** The vectors of the athlete's own movements in this space, as far as they are made. */
export async function ownVectors(ctx: Ctx, athleteId: AthleteId, space: string): Promise<Vectors> {
  const { movements, vectors } = await shelfOf(ctx, athleteId)
  const known = vectors.get(space)
  if (known !== undefined) return known
  const read = movements.length === 0 ? [] : await vectorsOf(ctx.db, athleteId, space)
  const made = await ownVectorHashes(ctx.db, athleteId, space)
  // Some are still being made, or made anew: ask again next time.
  if (movements.every((movement) => made.get(movement.id) === saidHash(movement))) vectors.set(space, read)
  return read
}

/** One unit sees one state of them. */
const seen = new WeakMap<Ctx, Promise<Shelf>>()

function shelfOf(ctx: Ctx, athleteId: AthleteId): Promise<Shelf> {
  const shelf = seen.get(ctx) ?? freshShelf(ctx, athleteId)
  seen.set(ctx, shelf)
  return shelf
}

async function freshShelf(ctx: Ctx, athleteId: AthleteId): Promise<Shelf> {
  const kept = shelves.get(ctx.config) ?? new Map<AthleteId, Shelf>()
  shelves.set(ctx.config, kept)
  const changeSeq = await lastChange(ctx.db, athleteId)
  const known = kept.get(athleteId)
  if (known?.changeSeq === changeSeq) return known
  const shelf: Shelf = { changeSeq, movements: await ownMovements(ctx.db, athleteId), vectors: new Map() }
  kept.delete(athleteId)
  kept.set(athleteId, shelf)
  if (kept.size > MOST_SHELVES) kept.delete(kept.keys().next().value!)
  return shelf
}
