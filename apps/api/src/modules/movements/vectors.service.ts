import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Described, libraryFinder } from '@gymgenius/catalog'
import type { AthleteId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import type { Config } from '../../platform/config.ts'
import { actingAs, type Ctx, request, system } from '../../platform/context.ts'
import { ownMovements } from './movements.repository.ts'
import {
  emptyLibraryVectors,
  libraryVectorCount,
  libraryVectorHashes,
  makersOfMovements,
  type NewVector,
  ownVectorHashes,
  prepareVectors,
  putVectors,
  type VectorSupport,
} from './vectors.repository.ts'

const supports = new WeakMap<Config, VectorSupport>()

/** Whether the database of this world finds near vectors by an index; known once the room has prepared. */
export const findsByIndex = (ctx: Ctx) => supports.get(ctx.config) === 'indexed'

/** Sees what the database can do with vectors, says so, and asks for those of the library where they are missing. */
export async function prepareMeaning(ctx: Ctx): Promise<void> {
  const support = await prepareVectors(ctx.db)
  supports.set(ctx.config, support)
  if (support !== 'indexed') ctx.log.warn({ pgvector: support }, `movements are searched by meaning without an index: ${sayings[support]}`)
  if (!(await hasLibraryVectors(ctx))) await request(ctx, 'movements.embed_library', {})
}

/** Whether every movement of the library has a vector of the space that is in use. */
export const hasLibraryVectors = async ({ db, embedder }: Ctx) =>
  (await libraryVectorCount(db, embedder.space())) >= libraryFinder().movements.length

const sayings: Readonly<Record<Exclude<VectorSupport, 'indexed'>, string>> = {
  absent: 'this Postgres has no pgvector; it works, and is slower for who has thousands of movements',
  forbidden: 'pgvector is there, and the database account may not create it: let an administrator run "create extension vector"',
}

/**
 * As many are made and kept at once, and after each the job rests as long as it worked: the index takes seconds to grow, and an embedded
 * database serves one at a time. Whoever signs up meanwhile waits for a portion, not for all.
 */
const PORTION = 4

/**
 * Makes the vectors that the library has not, a portion at a time, so that a job which was cut off goes on where it was. Then asks for
 * those of everybody's own movements: they are of another space too.
 */
export async function embedLibrary(ctx: Ctx): Promise<void> {
  const space = ctx.embedder.space()
  const missing = await actingAs(ctx, system, async ({ db }) => {
    const kept = await libraryVectorHashes(db, space)
    if (kept.size === 0) await emptyLibraryVectors(db)
    return libraryFinder().movements.filter((movement) => kept.get(movement.id) !== saidHash(movement))
  })
  for (let at = 0; at < missing.length; at += PORTION) {
    const began = performance.now()
    const vectors = await madeFrom(ctx, missing.slice(at, at + PORTION))
    await actingAs(ctx, system, ({ db }) => putVectors(db, undefined, space, vectors))
    await setTimeout(performance.now() - began)
  }
  await actingAs(ctx, system, async (ctx) => {
    for (const athleteId of await makersOfMovements(ctx.db)) await request(ctx, 'movements.embed_own', { athleteId })
  })
  ctx.log.info({ movements: missing.length, space }, 'vectors of the movement library made')
}

/** Makes the vectors of an athlete's own movements that have none, or were changed since. */
export async function embedOwn(ctx: Ctx, { athleteId }: { readonly athleteId: AthleteId }): Promise<void> {
  const space = ctx.embedder.space()
  const missing = await actingAs(ctx, system, async (ctx) => {
    const [own, kept] = [await ownMovements(ctx.db, athleteId), await ownVectorHashes(ctx.db, athleteId, space)]
    return own.filter((movement) => kept.get(movement.id) !== saidHash(movement))
  })
  if (missing.length === 0) return
  const vectors = await madeFrom(ctx, missing)
  await actingAs(ctx, system, (ctx) => putVectors(ctx.db, athleteId, space, vectors))
}

async function madeFrom({ embedder }: Ctx, movements: readonly Described[]): Promise<NewVector[]> {
  const vectors = await embedder.movements(movements)
  return movements.map((movement, at) => ({ id: movement.id, saidHash: saidHash(movement), vector: vectors[at]! }))
}

/** Changes when anything does that a vector is made of. */
export function saidHash({ name, pattern, muscles, equipment, laterality, loadKind }: Described): string {
  return createHash('sha256').update(canonical({ name, pattern, muscles, equipment, laterality, loadKind })).digest('hex').slice(0, 16)
}
