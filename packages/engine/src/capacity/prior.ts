import type { Instant, MovementId } from '@gymgenius/domain'
import type { MovementFacts } from '../lifter/sets.ts'
import { fatigueRatio } from './observe.ts'
import { relatedBy, type Relation, relationOf } from './related.ts'
import type { KnownStrength } from './strengths.ts'
import type { Surprise } from './surprise.ts'
import { transferred } from './transfer.ts'

/** What is believed of a movement before its own sets are read, from what the lifter showed elsewhere. Plain data. */
export interface MovementPrior {
  /** What its maximum is taken to be; null where no movement that was done compares. */
  readonly strength: TransferredStrength | null
  /** Tiredness within a workout ÷ the usual one, and how far sets fell from what was expected, in the lifter's other movements. */
  readonly fatigueRatio: number
  readonly surprise: Surprise
  /** When a movement of the same group was last trained, this one aside; null where none was. */
  readonly groupTrainedAt: Instant | null
}

export interface TransferredStrength {
  /** ln of the maximum (kg of what is worked against), and its variance. */
  readonly level: number
  readonly variance: number
  /** When the newest set behind it was done. */
  readonly at: Instant
  /** The nearest of the movements that speak, how it is related, and how many speak. */
  readonly from: MovementId
  readonly relation: Relation
  readonly movements: number
}

/** The noise of other movements counts as at most so many sets of this one. Judgement: the weight of the ordinary noise. */
const MOST_NOISE_SETS = 12

/**
 * What the lifter's other movements say of this one; its own sets are left out of it. Undefined where they say nothing. Time
 * enters through the strengths alone, so that every machine that was told of the same ones says the same.
 */
export function priorFor(known: readonly KnownStrength[], movement: MovementFacts): MovementPrior | undefined {
  const others = known.filter(({ movementId }) => movementId !== movement.key)
  if (others.length === 0) return undefined
  const wanted = relatedBy(movement)
  const told = transferred(others, wanted)
  const ofGroup = others.filter(({ related }) => relationOf(related, wanted) !== 'other')
  return {
    strength:
      told === undefined
        ? null
        : {
            level: told.mean,
            variance: told.variance,
            at: newestOf(others),
            from: told.nearest.movementId,
            relation: told.relation,
            movements: told.movements,
          },
    fatigueRatio: fatigueRatio(
      { products: total(others, (one) => one.fatigueSeen.products), squares: total(others, (one) => one.fatigueSeen.squares) },
      1,
    ),
    surprise: noiseOf(others),
    groupTrainedAt: ofGroup.length === 0 ? null : newestOf(ofGroup),
  }
}

const newestOf = (some: readonly KnownStrength[]) => Math.max(...some.map(({ at }) => at)) as Instant

const total = (some: readonly KnownStrength[], of: (one: KnownStrength) => number) => some.reduce((sum, one) => sum + of(one), 0)

function noiseOf(some: readonly KnownStrength[]): Surprise {
  const weight = total(some, ({ surprise }) => surprise.weight)
  const share = Math.min(1, MOST_NOISE_SETS / weight)
  return { sum: share * total(some, ({ surprise }) => surprise.sum), weight: share * weight }
}
