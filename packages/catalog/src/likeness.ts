import type {
  Equipment,
  Fixture,
  Joint,
  Movement,
  MovementId,
  MovementPattern,
  MovementTier,
  Muscle,
  MuscleInvolvement,
} from '@gymgenius/domain'
import { handledAlike, heaviness, usualness } from './heaviness.ts'
import { kinOf } from './kin.ts'
import { headStart, type Liking, type LikingOf } from './my-rules.ts'

/** What a ranking looks at: what every phone and server holds of a movement, the library's or one's own. */
export type Comparable = Pick<Movement, 'id' | 'name' | 'pattern' | 'muscles' | 'equipment' | 'laterality' | 'loadKind' | 'baseId'> & {
  /** Where `name` is in another language: names say which exercise it is. */
  readonly englishName?: string | undefined
  readonly tier?: MovementTier | undefined
  readonly contraindications?: readonly Joint[] | undefined
  readonly needs?: readonly Fixture[] | undefined
}

/** How much each thing that two movements share speaks for one in the other's place. Judgement. */
const WEIGHT = { muscles: 6, pattern: 3, exercise: 2, equipment: 1, load: 4, laterality: 0.5 } as const
const MOST = Object.values(WEIGHT).reduce((sum, weight) => sum + weight, 0)

/** Muscles of one kin (upper chest for chest) do part of each other's work. Judgement. */
const KIN = 0.6
/** A variant on other equipment is nearly the same exercise; on the same equipment it helps nobody whose rack is taken. Judgement. */
const VARIANT = 0.5
/** Stretches and drills move the same muscles and train them hardly at all. Judgement. */
const DRILL = 0.5
/** What is done for speed or for time trains something else, whatever muscles it moves. Judgement. */
const FAST = 0.6
const fastPatterns: readonly MovementPattern[] = ['jump', 'throw', 'olympic', 'locomotion']

/**
 * How well `other` does the work of `movement`, 0–1: the same muscles with the same shares, the same way to move, the same
 * exercise on other equipment, the same equipment. 0 where neither the pattern nor a prime mover is shared, whatever else is.
 */
export function likeness(movement: Comparable, other: Comparable): number {
  const isSamePattern = hasSamePattern(movement, other)
  if (!isSamePattern && !sharesPrimeMover(movement, other)) return 0
  const loaded = loadedAlike(movement, other)
  const score =
    WEIGHT.muscles * sharedShare(movement.muscles, other.muscles) +
    (isSamePattern ? WEIGHT.pattern : 0) +
    WEIGHT.exercise * kinship(movement, other) * (0.5 + loaded / 2) + // a squat with a band has the name and half the point
    WEIGHT.equipment * handledAlike(movement.equipment, other.equipment) +
    WEIGHT.load * loaded +
    (movement.laterality === other.laterality ? WEIGHT.laterality : 0)
  const share = score / (areBothIsolation(movement, other) ? MOST - WEIGHT.pattern : MOST)
  const isDrill = other.tier === 'drill' && movement.tier !== 'drill'
  const isFast = fastPatterns.includes(other.pattern) && !fastPatterns.includes(movement.pattern)
  return share * (isDrill ? DRILL : 1) * (isFast ? FAST : 1)
}

/** Why one movement may stand in for another; a code and what it is about. */
export type LikenessReason =
  /** The lifter said something in favour of it. */
  | { readonly code: 'liked'; readonly liking: Liking }
  | { readonly code: 'same_exercise' }
  | { readonly code: 'same_pattern'; readonly pattern: MovementPattern }
  /** A muscle both train, with the share of a set that both give it, 0–1; `instead`: the nearest kin that the other one trains. */
  | { readonly code: 'shared_muscle'; readonly muscle: Muscle; readonly share: number; readonly instead?: Muscle }
  | { readonly code: 'same_equipment'; readonly equipment: Equipment }
  | { readonly code: 'other_equipment'; readonly equipment: Equipment }
  /** What has to stand there for the other one. */
  | { readonly code: 'needs_fixture'; readonly fixture: Fixture }
  /** A joint that should not hurt for the one, and may for the other. */
  | { readonly code: 'spares_joint'; readonly joint: Joint }
  /** Nobody has said which joints it asks of: a lifter's own movement. */
  | { readonly code: 'joints_unknown' }

/** What speaks for `other` in the place of `movement`, the weightiest first. */
export function likenessReasons(movement: Comparable, other: Comparable, liking?: Liking): readonly LikenessReason[] {
  const { pattern } = other
  return [
    ...(liking === undefined ? [] : [{ code: 'liked', liking } as const]),
    ...(exerciseOf(movement) === exerciseOf(other) ? [{ code: 'same_exercise' } as const] : []),
    ...(hasSamePattern(movement, other) ? [{ code: 'same_pattern', pattern } as const] : []),
    ...sharedMuscles(movement, other),
    { code: movement.equipment === other.equipment ? 'same_equipment' : 'other_equipment', equipment: other.equipment },
    ...(other.needs ?? []).map((fixture) => ({ code: 'needs_fixture', fixture }) as const),
    ...sparedJoints(movement, other),
  ]
}

export interface Substitute<M extends Comparable> {
  readonly movement: M
  /** 0–1. */
  readonly likeness: number
  /** What the lifter said in favour of it, which has raised its place and not its likeness. */
  readonly liking?: Liking | undefined
}

/**
 * Every other movement that does some of the same work, the likest first, with a head start for what the lifter likes; among
 * equally like ones those of `trained` in its order, then bases before variants, usual equipment before rare, then by name. The one
 * ranking of server and phone: offline a lifter is offered the same.
 */
export function likestFirst<M extends Comparable>(
  movement: Comparable,
  others: Iterable<M>,
  trained: readonly { readonly movementId: MovementId }[] = [],
  likingOf: LikingOf = () => undefined,
): readonly Substitute<M>[] {
  const lately = new Map(trained.map(({ movementId }, place) => [movementId, place]))
  const ranked = [...others]
    .filter(({ id }) => id !== movement.id)
    .map((other) => {
      const [share, liking] = [likeness(movement, other), likingOf(other.id)]
      const tie = [
        lately.get(other.id) ?? lately.size,
        usualness(other.equipment) + (other.baseId === undefined ? 0 : VARIANTS_LATER),
      ] as const
      return { found: { movement: other, likeness: share, liking }, worth: share * headStart(liking), tie }
    })
  return ranked
    .sort(
      (a, b) =>
        b.worth - a.worth || a.tie[0] - b.tie[0] || a.tie[1] - b.tie[1] || a.found.movement.name.localeCompare(b.found.movement.name, 'en'),
    )
    .map(({ found }) => found)
}
const VARIANTS_LATER = 2.5

// "Isolation" says one joint, not which: only the muscles tell a curl from a calf raise.
const hasSamePattern = (a: Comparable, b: Comparable) => a.pattern === b.pattern && a.pattern !== 'isolation'
const areBothIsolation = (a: Comparable, b: Comparable) => a.pattern === 'isolation' && b.pattern === 'isolation'

const sharesPrimeMover = (a: Comparable, b: Comparable) =>
  a.muscles.some((one) => isPrime(one) && b.muscles.some((two) => isPrime(two) && nearness(one.muscle, two.muscle) > 0))

const isPrime = ({ role }: MuscleInvolvement) => role === 'prime_mover'

/** 1 for one muscle, less for two of one kin, 0 for two that have nothing to do with each other. */
const nearness = (a: Muscle, b: Muscle) => (a === b ? 1 : kinOf(a) !== undefined && kinOf(a) === kinOf(b) ? KIN : 0)

/** What of the work of each the other does, from both sides (Dice): 1 when they train the same alike, 0 when nothing. */
function sharedShare(a: readonly MuscleInvolvement[], b: readonly MuscleInvolvement[]): number {
  const all = totalShare(a) + totalShare(b)
  return all === 0 ? 0 : (doneBy(b, a) + doneBy(a, b)) / all
}

const totalShare = (muscles: readonly MuscleInvolvement[]) => muscles.reduce((sum, { share }) => sum + share, 0)
const doneBy = (others: readonly MuscleInvolvement[], wanted: readonly MuscleInvolvement[]) =>
  wanted.reduce((sum, one) => sum + (best(one, others)?.share ?? 0), 0)

interface Match {
  readonly muscle: Muscle
  readonly share: number
}

/** What of `others` does most of the work that `wanted` does. */
function best(wanted: MuscleInvolvement, others: readonly MuscleInvolvement[]): Match | undefined {
  let found: Match | undefined
  for (const { muscle, share } of others) {
    const done = Math.min(wanted.share, share) * nearness(wanted.muscle, muscle)
    if (done > (found?.share ?? 0)) found = { muscle, share: done }
  }
  return found
}

function sharedMuscles(movement: Comparable, other: Comparable): LikenessReason[] {
  return movement.muscles
    .flatMap((one) => {
      const found = best(one, other.muscles)
      if (found === undefined) return []
      const instead = found.muscle === one.muscle ? {} : { instead: found.muscle }
      return [{ code: 'shared_muscle', muscle: one.muscle, share: found.share, ...instead } as const]
    })
    .sort((a, b) => b.share - a.share)
}

function sparedJoints({ contraindications: asked = [] }: Comparable, { contraindications }: Comparable): LikenessReason[] {
  if (contraindications === undefined) return [{ code: 'joints_unknown' }]
  return asked.filter((joint) => !contraindications.includes(joint)).map((joint) => ({ code: 'spares_joint', joint }))
}

/** What can be loaded less leaves work undone; what can be loaded more has only to be loaded less. */
function loadedAlike(movement: Comparable, other: Comparable): number {
  const less = heaviness(movement) - heaviness(other)
  return 1 - (less > 0 ? less : -less / 2)
}

/** 1 for one exercise on other equipment, less for a variant of it, 0 for another exercise. */
function kinship(movement: Comparable, other: Comparable): number {
  if (exerciseOf(movement) === exerciseOf(other)) return 1
  const isKin =
    (movement.baseId ?? movement.id) === (other.baseId ?? other.id) || movement.id === other.baseId || movement.baseId === other.id
  return isKin && movement.equipment !== other.equipment ? VARIANT : 0
}

/** `Bench Press (Dumbbell)` and `Bench Press (Barbell)` are one exercise. */
const exerciseOf = ({ name, englishName = name }: Comparable) => englishName.replace(/\s*\(.*$/, '').toLowerCase()
