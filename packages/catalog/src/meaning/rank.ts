import type { Equipment, MovementPattern } from '@gymgenius/domain'
import { likeness } from '../likeness.ts'
import type { Described, Features } from './features.ts'
import type { Asked } from './finder.ts'
import { passes } from './passes.ts'

/** A movement that may answer a question. */
export interface Candidate<M extends Described> {
  readonly movement: M
  readonly features: Features
  /** How near its vector is to the question's, −1 to 1. */
  readonly nearness: number
}

export interface Hit<M extends Described> {
  readonly movement: M
  /** 0–1, good for order only. */
  readonly score: number
}

/** What a movement gets for a facet that it has nothing of: low, so that one with a little of everything goes first. Judgement, tuned. */
const NOTHING = 0.12
/** What each thing counts for beside what was asked. Judgement, tuned on the forty questions that are for it. */
const WEIGHT = { nearness: 0.5, named: 0.8, drill: 0.5, beside: 0.8, hard: 0.07, known: 0.02 } as const

/**
 * The candidates that nothing speaks against, best first: each phrase of the question is a facet, a movement has so much of it as
 * against the best candidate, and what it has of all of them is the (weighted) geometric mean. What the name says (`nameBonus`) is added.
 */
export function rankHits<M extends Described>(
  asked: Asked,
  candidates: readonly Candidate<M>[],
  nameBonus: (movement: M) => number = () => 0,
): readonly Hit<M>[] {
  const left = candidates.filter(({ movement, features }) => passes(movement, features, asked) && !isItself(movement, asked))
  const facets = facetsOf(asked, left)
  const total = facets.reduce((sum, { weight }) => sum + weight, 0)
  const unasked = unaskedPenalty(asked)
  return left
    .map(({ movement }, at) => {
      const logs = facets.reduce((sum, { weight, amounts }) => sum + weight * Math.log(NOTHING + (1 - NOTHING) * amounts[at]!), 0)
      const known = WEIGHT.known * (Math.log1p(movement.aliases.length) + (usual.includes(movement.equipment) ? 1 : 0))
      return { movement, score: Math.exp(logs / total) * unasked(movement) + known + nameBonus(movement) }
    })
    .sort((a, b) => b.score - a.score || (a.movement.name < b.movement.name ? -1 : 1))
}

/** How much each candidate has of each thing asked for, 0–1 against the best of them. */
function facetsOf(asked: Asked, left: readonly Candidate<Described>[]): { weight: number; amounts: readonly number[] }[] {
  const { named } = asked
  const facets = asked.facets.map(({ wants, weight }) => ({
    weight,
    amounts: left.map(({ features }) => wants.reduce((sum, [feature, worth]) => sum + worth * (features.get(feature) ?? 0), 0)),
  }))
  if (named !== undefined) facets.push({ weight: WEIGHT.named, amounts: left.map(({ movement }) => likeness(named, movement)) })
  facets.push({ weight: WEIGHT.nearness, amounts: left.map(({ nearness }) => nearness) })
  return facets.map(({ weight, amounts }) => ({ weight, amounts: scaledToBest(amounts) }))
}

/** What a lifter hardly means without saying so: drills, for a muscle a jump or a run, and what takes years to learn. */
function unaskedPenalty({ facets, isAboutDrills }: Asked): (movement: Described) => number {
  const features = facets.flatMap(({ wants }) => wants.flatMap(([feature, weight]) => (weight > 0 ? [feature] : [])))
  const asks = (kind: string) => features.some((feature) => feature.startsWith(kind))
  const isAboutMuscle = asks('muscle:') && !asks('pattern:')
  const isAboutSkill = facets.some(({ wants }) => wants.some(([feature]) => feature === 'skill:low'))
  return ({ tier, pattern, skill = 3 }) =>
    (tier === 'drill' && !isAboutDrills ? WEIGHT.drill : 1) *
    (isAboutMuscle && besideLifting.includes(pattern) ? WEIGHT.beside : 1) *
    (isAboutSkill ? 1 : 1 - WEIGHT.hard * Math.max(0, skill - 3))
}

/** What every gym has, and every home. */
const usual: readonly Equipment[] = ['barbell', 'dumbbell', 'body_weight']

/** Who asks for a muscle means a lift. */
const besideLifting: readonly MovementPattern[] = ['jump', 'throw', 'carry', 'locomotion', 'olympic']

/** Who asks for something instead, harder or easier does not ask for the thing itself. */
const isItself = ({ id }: Described, { intent, named }: Asked) => intent !== undefined && intent !== 'like' && named?.id === id

/** 1 for the best, 0 for the worst if that is not above zero. */
function scaledToBest(amounts: readonly number[]): readonly number[] {
  const best = Math.max(...amounts)
  const worst = Math.min(0, ...amounts)
  return best - worst <= 0 ? amounts.map(() => 1) : amounts.map((amount) => (amount - worst) / (best - worst))
}
