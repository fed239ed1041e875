import { DAY_MS } from '@gymgenius/domain'
import { stepAfter } from './detraining.ts'
import { kindOf, type Related, relationOf, relations, type Relation } from './related.ts'
import type { KnownStrength } from './strengths.ts'
import { KIND_OFFSETS, PAIR_VARIANCES } from './transfer-ratios.ts'

const offsets = new Map<string, number>()
for (const line of KIND_OFFSETS.trim().split('\n')) {
  const [group, told] = line.split(': ') as [string, string]
  for (const [, equipment, hundredths] of told.matchAll(/(\S+) (\S+)/g)) {
    offsets.set(kindOf({ group: group.replace('*', 'isolation of '), equipment: equipment! }), Number(hundredths) / 100)
  }
}

/** ln of the maximum of movements like this one against the lifter's own middle; undefined where too few lifters did them. */
export const offsetOf = (related: Related) => offsets.get(kindOf(related))

export interface Transferred {
  /** ln of the maximum, and its variance. */
  readonly mean: number
  readonly variance: number
  /** The nearest of the movements that speak, of equally near ones the best known, and what it has in common with the one asked for. */
  readonly nearest: KnownStrength
  readonly relation: Relation
  /** How many speak. */
  readonly movements: number
}

/**
 * ln of the maximum of a movement never done, from those that were; undefined where nothing comparable was done.
 *
 *     mean = kind + Σ (level − kind) / n     variance = v/2 · (1 + 1/n) + mean variance of the levels / n
 *
 * over the n movements that are related so or nearer, for the relation whose variance comes out smallest. v is the mean square
 * between two movements so related. A movement not trained as long as the others is taken to have lost what a pause costs.
 *
 * Units    ln(kg); variances dimensionless.
 * Valid    kinds in the table; movements with three sets and more.
 * Source   Kinds and v: logs of 50 lifters (bench/transfer.ts); exchangeable movements around a lifter's own middle.
 */
export function transferred(strengths: readonly KnownStrength[], wanted: Related): Transferred | undefined {
  const kind = offsetOf(wanted)
  if (kind === undefined) return undefined
  const newest = Math.max(...strengths.map(({ at }) => at))
  const sums = relations.map(() => ({ count: 0, level: 0, variance: 0 }))
  let nearest: KnownStrength | undefined
  for (const strength of strengths) {
    const offset = offsetOf(strength.related)
    if (offset === undefined) continue
    const level = strength.level + stepAfter((newest - strength.at) / DAY_MS) - offset
    for (const sum of sums.slice(relations.indexOf(relationOf(strength.related, wanted)))) {
      sum.count += 1
      sum.level += level
      sum.variance += strength.variance
    }
    if (nearest === undefined || isNearer(strength, nearest, wanted)) nearest = strength
  }
  if (nearest === undefined) return undefined
  let best: Transferred | undefined
  for (const [i, { count, level, variance }] of sums.entries()) {
    if (count === 0) continue
    const spread = (PAIR_VARIANCES[relations[i]!] / 2) * (1 + 1 / count) + variance / (count * count)
    if (best !== undefined && spread >= best.variance) continue
    best = { mean: kind + level / count, variance: spread, nearest, relation: relationOf(nearest.related, wanted), movements: count }
  }
  return best
}

function isNearer(a: KnownStrength, b: KnownStrength, wanted: Related): boolean {
  const [ofA, ofB] = [a, b].map(({ related }) => relations.indexOf(relationOf(related, wanted))) as [number, number]
  return ofA === ofB ? a.sets > b.sets : ofA < ofB
}
