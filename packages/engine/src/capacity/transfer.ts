import type { MovementFacts } from '../lifter/sets.ts'
import type { LifterBelief } from './belief.ts'
import { kindOf, relatedBy, relationOf, relations } from './related.ts'
import { KIND_OFFSETS, PAIR_VARIANCES } from './transfer-ratios.ts'

/** Sets that a movement must have seen to speak for another. */
const ENOUGH_SETS = 3

/**
 * ln of the maximum of a movement never done, from those that were; undefined where nothing comparable was done.
 *
 *     mean = kind + Σ (level − kind) / n     variance = v/2 · (1 + 1/n) + mean variance of the levels / n
 *
 * over the n movements of one relation: the one whose variance comes out smallest. v is the mean square between two
 * movements so related.
 *
 * Units    ln(kg); variances dimensionless.
 * Valid    kinds in the table; movements with three sets and more.
 * Source   Kinds and v: logs of 50 lifters (bench/transfer.ts); exchangeable movements around a lifter's own middle.
 */
export function transferred(
  { movements }: LifterBelief,
  movement: MovementFacts,
): { readonly mean: number; readonly variance: number } | undefined {
  const wanted = relatedBy(movement)
  const kind = KIND_OFFSETS[kindOf(wanted)]
  if (kind === undefined) return undefined
  const sums = { same_base: emptySum(), same_group: emptySum(), other: emptySum() }
  for (const { related, level, levelVariance, sets } of Object.values(movements)) {
    const offset = related === null ? undefined : KIND_OFFSETS[kindOf(related)]
    if (related === null || offset === undefined || sets < ENOUGH_SETS) continue
    const sum = sums[relationOf(related, wanted)]
    sum.count += 1
    sum.level += level - offset
    sum.variance += levelVariance
  }
  let best: { readonly mean: number; readonly variance: number } | undefined
  for (const relation of relations) {
    const { count, level, variance } = sums[relation]
    if (count === 0) continue
    const here = { mean: kind + level / count, variance: (PAIR_VARIANCES[relation] / 2) * (1 + 1 / count) + variance / (count * count) }
    if (best === undefined || here.variance < best.variance) best = here
  }
  return best
}

const emptySum = () => ({ count: 0, level: 0, variance: 0 })
