import { DAY_MS } from '@gymgenius/domain'
import { stepAfter } from './detraining.ts'
import { kindOf, type Related, type Relation, relationOf, relations } from './related.ts'
import type { KnownStrength } from './strengths.ts'
import { KIND_OFFSETS, PAIR_VARIANCES } from './transfer-ratios.ts'

const offsets = /* @__PURE__ */ readOffsets()

function readOffsets(): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  for (const line of KIND_OFFSETS.trim().split('\n')) {
    const [group, ...told] = line.replace('*', 'isolation of ').split(/[:,] /)
    for (const one of told) {
      const [equipment, hundredths] = one.split(' ')
      offsets.set(`${group} ${equipment}`, Number(hundredths) / 100)
    }
  }
  return offsets
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
  const speaking = strengths
    .flatMap((strength) => {
      const offset = offsetOf(strength.related)
      const level = strength.level + stepAfter((newest - strength.at) / DAY_MS)
      const distance = relations.indexOf(relationOf(strength.related, wanted))
      return offset === undefined ? [] : [{ strength, distance, beyond: level - offset }]
    })
    .sort((a, b) => a.distance - b.distance || b.strength.sets - a.strength.sets)
  let best: Transferred | undefined
  for (const [farthest, relation] of relations.entries()) {
    const some = speaking.filter(({ distance }) => distance <= farthest)
    const count = some.length
    const unsure = some.reduce((sum, { strength }) => sum + strength.variance, 0)
    const variance = (PAIR_VARIANCES[relation] / 2) * (1 + 1 / count) + unsure / (count * count)
    if (count === 0 || (best !== undefined && variance >= best.variance)) continue
    const { strength: nearest, distance } = some[0]!
    const mean = kind + some.reduce((sum, { beyond }) => sum + beyond, 0) / count
    best = { mean, variance, nearest, relation: relations[distance]!, movements: count }
  }
  return best
}
