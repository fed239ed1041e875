import { nameHits } from '../search.ts'
import type { Described } from './features.ts'
import type { Asked, Finder } from './finder.ts'
import { type Candidate, type Hit, rankHits } from './rank.ts'

/** What finding a name adds to a score by meaning (0–1), by how well it fits: the very name, its beginning, its words. */
const BONUS = { same: 2, begins: 1, words: 0.25 } as const
/** What was asked for in the library's own terms ("shoulders") is not the name of what begins with the word ("Shoulder CARs"). */
const BONUS_OF_CONCEPT = { same: 2, begins: 0.1, words: 0.05 } as const

/** Names that fit are candidates too, however far their vectors are; more than so many nobody reads. */
const MOST_NAMED = 100

/**
 * Movements by meaning and by name, best first: of those near the question (`near`, from whichever index holds the vectors) and
 * those of `all` whose name has the words that were typed.
 */
export function meantMovements<M extends Described>(
  asked: Asked,
  typed: string,
  all: readonly M[],
  near: readonly { readonly movement: M; readonly nearness: number }[],
  finder: Pick<Finder, 'featuresOf'>,
): readonly (Hit<M> & { readonly isNamed: boolean })[] {
  const named = nameHits(typed, all).slice(0, MOST_NAMED)
  const ranks = new Map(named.map(({ movement, rank }) => [movement.id, rank]))
  const nearIds = new Set(near.map(({ movement }) => movement.id))
  const lowest = Math.min(0, ...near.map(({ nearness }) => nearness))
  const others = named.flatMap(({ movement }) => (nearIds.has(movement.id) ? [] : [{ movement, nearness: lowest }]))
  const candidates: Candidate<M>[] = [...near, ...others].map((one) => ({ ...one, features: finder.featuresOf(one.movement) }))
  const isConcept =
    !asked.isReadInPart &&
    asked.facets.length > 0 &&
    asked.facets.every(({ wants }) => wants.some(([feature]) => !feature.startsWith('word:')))
  const bonus = isConcept ? BONUS_OF_CONCEPT : BONUS
  const hits = rankHits(asked, candidates, ({ id }) => {
    const rank = ranks.get(id) ?? 0
    return rank >= 2.5 ? bonus.same : rank >= 1.5 ? bonus.begins : rank > 0 ? bonus.words : 0
  })
  return hits.map((hit) => ({ ...hit, isNamed: ranks.has(hit.movement.id) }))
}
