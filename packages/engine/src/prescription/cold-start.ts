import { reps, rir, type MovementPattern } from '@gymgenius/domain'
import { isFailedAttempt } from '../capacity/reading.ts'
import { type Traits, traitsFrom } from '../capacity/traits.ts'
import { aimOf, shareFor, strengthShown } from './aim.ts'
import type { History, WorkSet } from './history.ts'
import { moved, type Plan, roundedDown, startPlan } from './plan.ts'
import { saysRange, type SetGoal } from './goal.ts'
import { startStrength } from './start-strength.ts'
import type { Target, TrainingSnapshot } from './snapshot.ts'

/** Where nothing is known: what to lift to find out. */
export interface FirstTest {
  readonly goal: SetGoal
  readonly plan: Plan
  readonly strength: number
}

/**
 * The ramp of the guided test, as shares of the load expected for about five repetitions with one left.
 * Requirement G10: three or four sets up to that load, then as many as possible, stopping when form breaks or at 1 RIR.
 */
const RAMP = [
  { share: 0.55, repLow: 5, repHigh: 5, rir: 5 },
  { share: 0.75, repLow: 5, repHigh: 5, rir: 5 },
  { share: 0.9, repLow: 3, repHigh: 3, rir: 3 },
  { share: 1, repLow: 3, repHigh: 10, rir: 1 },
] as const
const EXPECTED_REPS = 5

/** Beginners and anyone in pain are not tested but start easy, and so does every movement that is no main lift. */
const EASY = { repLow: 8, repHigh: 10, rir: 3 } as const

const MAIN_LIFTS: ReadonlySet<MovementPattern> = new Set([
  'squat',
  'hinge',
  'horizontal_push',
  'horizontal_pull',
  'vertical_push',
  'vertical_pull',
])

/** A set with no more than this many left is a look at the maximum, and the test is over. */
const RIR_OF_A_LOOK = 3
/** A set that left five or more says "too light" and no more: the expectation rises by this much. Judgement. */
const RISE_WHEN_EASY = 1.2
const RIR_OF_EASY = 5
/** No set of the ramp is heavier than the one before it by more than this. */
const LARGEST_RAMP_STEP = 1.6

/** True until one workout, or one real look at the maximum, is on record. Logging any working set one likes skips the test. */
export function isFirstTime({ past, today }: History, protocol: Protocol): boolean {
  if (past.length > 0) return false
  if (protocol === 'easy_sets') return today.length === 0
  return today.length < RAMP.length && !today.some((set) => isFailedAttempt(set) || (set.rir !== undefined && set.rir <= RIR_OF_A_LOOK))
}

export type Protocol = 'ramp' | 'easy_sets'

export function protocolFor({ movement, athlete }: TrainingSnapshot): Protocol {
  const isTestable = MAIN_LIFTS.has(movement.pattern) && movement.loadKind !== 'body_weight'
  return isTestable && !athlete.isNovice && !athlete.hasPain ? 'ramp' : 'easy_sets'
}

export function firstTest(snapshot: TrainingSnapshot, target: Target, usual: SetGoal, history: History): FirstTest {
  const protocol = protocolFor(snapshot)
  const traits = traitsFrom(snapshot.traits)
  const strength = [...history.warmUpsToday, ...history.today]
    .toSorted((a, b) => a.at - b.at)
    .reduce((before, set) => afterRampSet(before, set, traits), startStrength(snapshot))
  if (protocol === 'easy_sets') return easySets(target, usual, strength, traits)
  const index = Math.min(RAMP.length - 1, Math.max(history.today.length, target.setNumber - 1))
  const step = RAMP[index] ?? RAMP[0]
  const goal = { ...usual, repLow: reps(step.repLow), repHigh: reps(step.repHigh), rir: rir(step.rir) }
  const top = strength * shareFor(EXPECTED_REPS, RAMP[3].rir, traits)
  const plan = startPlan('guided_test', top * step.share, { protocol, step: index + 1, of: RAMP.length, e1rmKg: strength })
  const before = history.today.at(-1)
  const limited = before === undefined ? plan : moved(plan, 'ramp_limit', Math.min(plan.total, before.total * LARGEST_RAMP_STEP), {})
  return { goal, strength, plan: { ...roundedDown(limited), flags: ['guided_test'] } }
}

function easySets(target: Target, usual: SetGoal, strength: number, traits: Required<Traits>): FirstTest {
  const range = saysRange(target) ? usual : { repLow: reps(EASY.repLow), repHigh: reps(EASY.repHigh) }
  const goal = { ...usual, ...range, rir: rir(Math.max(EASY.rir, usual.rir)) }
  const total = strength * shareFor(aimOf(goal), goal.rir, traits)
  const plan = startPlan('guided_test', total, { protocol: 'easy_sets', step: 1, of: 1, e1rmKg: strength })
  return { goal, strength, plan: { ...roundedDown(plan), flags: ['guided_test'] } }
}

/** What the ramp has taught so far. A set with few left is believed; an easy one only says that there is more. */
function afterRampSet(strength: number, set: WorkSet, traits: Required<Traits>): number {
  if (isFailedAttempt(set)) return strength
  if (set.rir === undefined) return Math.max(strength, strengthShown({ ...set, rir: 0 }, traits))
  const shown = strengthShown(set, traits)
  return set.rir >= RIR_OF_EASY ? Math.max(strength * RISE_WHEN_EASY, shown) : shown
}
