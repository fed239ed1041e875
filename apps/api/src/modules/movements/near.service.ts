import { type Asked, cosineTo, type Described, libraryFinder } from '@gymgenius/catalog'
import type { MovementId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { ownVectors } from './own-shelf.ts'
import { findsByIndex, hasLibraryVectors } from './vectors.service.ts'
import { type Near, nearestOfLibrary, vectorsOf } from './vectors.repository.ts'

/** As many of the library, and of one's own, are looked at more closely. */
const MOST = { library: 160, own: 60 } as const

/** A question as a vector, and the space it is in. */
export interface AskedVector {
  readonly space: string
  readonly kind: 'built_in' | 'model'
  readonly vector: Float32Array
}

/** Asks the embedder of this server; where a model does not answer in time the embedder inside does. Outside any unit: it may wait. */
export async function vectorOfQuestion(ctx: Ctx, text: string, asked: Asked): Promise<AskedVector> {
  const inside: AskedVector = { space: libraryFinder().space, kind: 'built_in', vector: asked.vector }
  if (ctx.embedder.kind === 'built_in') return inside
  try {
    return { space: ctx.embedder.space(), kind: 'model', vector: await ctx.embedder.question(text) }
  } catch (error) {
    ctx.log.warn({ reason: (error as Error).message }, 'the model of embeddings did not help: answered by the embedder inside')
    return inside
  }
}

/** The movements of the library and the athlete's own that are nearest to a question, by id. */
export async function nearest(ctx: Ctx, { athleteId }: Athlete, { space, vector }: AskedVector): Promise<readonly Near[]> {
  const own = compared(await ownVectors(ctx, athleteId, space), vector, MOST.own)
  // The vectors that need no model are in memory already, and comparing them all is quicker than asking the database; a model's are not.
  const isByIndex = findsByIndex(ctx) && space !== libraryFinder().space
  const ofLibrary = isByIndex ? await nearestOfLibrary(ctx.db, space, vector, MOST.library) : []
  return [...own, ...(ofLibrary.length > 0 ? ofLibrary : await nearestInMemory(ctx, space, vector))]
}

/** Vectors of the library by space, where the database cannot compare them, or has none yet. */
const inMemory = new Map<string, readonly { readonly id: MovementId; readonly vector: Float32Array }[]>()

async function nearestInMemory(ctx: Ctx, space: string, question: Float32Array): Promise<readonly Near[]> {
  let vectors = inMemory.get(space)
  if (vectors === undefined) {
    vectors = await libraryVectors(ctx, space)
    if (vectors.length > 0) inMemory.set(space, vectors)
  }
  return compared(vectors, question, MOST.library)
}

async function libraryVectors(ctx: Ctx, space: string) {
  const finder = libraryFinder()
  if (space !== finder.space) return vectorsOf(ctx.db, undefined, space)
  const vectors = finder.vectors()
  return finder.movements.map(({ id }, at) => ({ id, vector: vectors[at]! }))
}

function compared(
  vectors: readonly { readonly id: MovementId; readonly vector: Float32Array }[],
  question: Float32Array,
  most: number,
): Near[] {
  const nearness = cosineTo(question)
  const all = Float64Array.from(vectors, ({ vector }) => nearness(vector))
  // Ordered among themselves are only those that will be among the nearest.
  const least = all.length > most ? all.toSorted()[all.length - most]! : Number.NEGATIVE_INFINITY
  return vectors
    .flatMap(({ id }, at) => (all[at]! >= least ? [{ id, nearness: all[at]! }] : []))
    .toSorted((a, b) => b.nearness - a.nearness)
    .slice(0, most)
}

/** True where the model's vectors of the library are there to compare with, all of them. */
export const isReady = async (ctx: Ctx, space: string) => space === libraryFinder().space || (await hasLibraryVectors(ctx))

/** The movements behind the ids, those that may be shown. */
export function among<M extends Described>(near: readonly Near[], movements: readonly M[]) {
  const places = new Map(near.map(({ id }, place) => [id, place]))
  const found: ({ readonly movement: M; readonly nearness: number } | undefined)[] = near.map(() => undefined)
  for (const movement of movements) {
    const place = places.get(movement.id)
    if (place !== undefined) found[place] = { movement, nearness: near[place]!.nearness }
  }
  return found.filter((one) => one !== undefined)
}
