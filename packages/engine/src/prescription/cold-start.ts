import { reps, rir, type MovementPattern } from '@gymgenius/domain'
import type { Capacity } from '../capacity/forecast.ts'
import { MOST_MOVEMENTS } from '../capacity/belief.ts'
import { VARIANCE } from '../capacity/observe.ts'
import { bodyOf } from '../capacity/worked-against.ts'
import { exp, log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { isFailedAttempt } from '../capacity/reading.ts'
import { type Traits, traitsFrom } from '../capacity/traits.ts'
import { aimOf, middleOf, shareFor, strengthShown } from './aim.ts'
import type { History, WorkSet } from './history.ts'
import { moved, type Plan, roundedDown, startPlan } from './plan.ts'
import { saysRange, type SetGoal } from './goal.ts'
import { startOf } from './start.ts'
import type { Target, TrainingSnapshot } from './snapshot.ts'

/** Where nothing is known of a movement itself: what to lift to find out. */
export interface FirstTest {
  readonly goal: SetGoal
  readonly plan: Plan
  /** What the set would find. */
  readonly capacity: Capacity
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

/** Beginners and anyone in pain are not tested but start easy, and so does every movement that is no main lift, or that others tell of. */
const EASY = { repLow: 8, repHigh: 10, rir: 3 } as const

/** Nobody knows whether a first pull-up, dip or push-up goes at all. Judgement. */
const OWN_BODY = { repLow: 1, repHigh: 5, rir: 3 } as const

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
/** sd of ln(maximum) around a guess, the noise of a set included. */
const SD_OF_A_GUESS = 0.3

/** Movements of another group that together say as much as one of the same. Judgement. */
const ENOUGH_OTHERS = 3
/** Where a movement is begun on the word of others: what at least so many could do, and its distance below the middle in sd. */
const USUAL_START = { chance: 0.8, sds: 0.8416 } as const
/** The same for beginners and anyone in pain. Judgement. */
const CAREFUL_START = { chance: 0.95, sds: 1.6449 } as const

/** True until one workout, or one real look at the maximum, is on record: a set of which few were said to be left. */
export function isFirstTime({ past, today }: History, protocol: Protocol): boolean {
  if (past.length > 0) return false
  if (protocol !== 'ramp') return today.length === 0
  return today.length < RAMP.length && !today.some((set) => isFailedAttempt(set) || (set.rir !== undefined && set.rir <= RIR_OF_A_LOOK))
}

export type Protocol = 'ramp' | 'easy_sets' | 'transfer'

export function protocolFor({ movement, athlete, prior }: TrainingSnapshot): Protocol {
  const { relation, movements } = prior?.strength ?? {}
  if (relation !== undefined && (relation !== 'other' || movements! >= ENOUGH_OTHERS)) return 'transfer'
  const isTestable = MAIN_LIFTS.has(movement.pattern) && movement.loadKind !== 'body_weight'
  return isTestable && !athlete.isNovice && !athlete.hasPain ? 'ramp' : 'easy_sets'
}

export const firstTest = (snapshot: TrainingSnapshot, target: Target, usual: SetGoal, history: History): FirstTest =>
  withinReach(testFor(snapshot, target, usual, history), snapshot, target)

/** The body alone is the lightest there is: where it may be too much, fewer are asked for instead. */
function withinReach(test: FirstTest, snapshot: TrainingSnapshot, target: Target): FirstTest {
  const { loadKind } = snapshot.movement
  const isOwnBody = loadKind === 'body_weight' || loadKind === 'body_weight_plus'
  const isAsked = saysRange(target) && protocolFor(snapshot) !== 'ramp'
  if (!isOwnBody || isAsked || test.plan.total >= bodyOf(snapshot.athlete.bodyMass)) return test
  const goal = { ...test.goal, repLow: reps(OWN_BODY.repLow), repHigh: reps(OWN_BODY.repHigh), rir: rir(OWN_BODY.rir) }
  const steps = test.plan.steps.map((step) => ({ ...step, facts: { ...step.facts, isOwnBody: true } }))
  return { ...test, goal, plan: { ...test.plan, steps } }
}

function testFor(snapshot: TrainingSnapshot, target: Target, usual: SetGoal, history: History): FirstTest {
  const protocol = protocolFor(snapshot)
  const traits = traitsFrom(snapshot.traits)
  if (protocol === 'transfer') return begunOnTheWordOfOthers(snapshot, target, usual, history)
  const strength = afterToday(carefulStart(snapshot, target).kg, history, traits)
  const capacity = { mean: log(strength), variance: SD_OF_A_GUESS ** 2 }
  if (protocol === 'easy_sets') return { ...easySets(target, usual, strength, traits), capacity }
  const top = strength * shareFor(EXPECTED_REPS, RAMP[3].rir, traits)
  const index = Math.max(Math.min(RAMP.length - 1, Math.max(history.today.length, target.setNumber - 1)), stepAbove(top, history))
  const step = RAMP[index]!
  const goal = { ...usual, repLow: reps(step.repLow), repHigh: reps(step.repHigh), rir: rir(step.rir) }
  const plan = startPlan('guided_test', top * step.share, { protocol, step: index + 1, of: RAMP.length, e1rmKg: strength })
  const before = history.today.at(-1)
  const limited = before === undefined ? plan : moved(plan, 'ramp_limit', Math.min(plan.total, before.total * LARGEST_RAMP_STEP), {})
  return { goal, capacity, plan: { ...roundedDown(limited), flags: ['guided_test'] } }
}

/** The first step that is no lighter than what was lifted today: who typed a heavier load than was asked for has done the steps below it. */
function stepAbove(top: number, { today }: History): number {
  const heaviest = Math.max(0, ...today.filter((set) => !isFailedAttempt(set)).map(({ total }) => total))
  const index = RAMP.findIndex(({ share }) => top * share >= heaviest)
  return index === -1 ? RAMP.length - 1 : index
}

function easySets(target: Target, usual: SetGoal, strength: number, traits: Required<Traits>): Pick<FirstTest, 'goal' | 'plan'> {
  const goal = easyGoal(target, usual)
  const total = strength * shareFor(aimOf(goal), goal.rir, traits)
  const plan = startPlan('guided_test', total, { protocol: 'easy_sets', step: 1, of: 1, e1rmKg: strength })
  return { goal, plan: { ...roundedDown(plan), flags: ['guided_test'] } }
}

/** What the lifter's other movements point to, then what nearly everybody of whom they say that could do, then what warm-ups have shown. */
function begunOnTheWordOfOthers(snapshot: TrainingSnapshot, target: Target, usual: SetGoal, history: History): FirstTest {
  const { from, relation, movements } = snapshot.prior!.strength!
  const { level, variance, kg, chance } = carefulStart(snapshot, target)
  const goal = easyGoal(target, usual)
  const traits = traitsFrom(snapshot.traits)
  const share = shareFor(aimOf(goal), goal.rir, traits)
  const middle = exp(level)
  const shown = afterToday(kg, history, traits, 1) // an easy warm-up does not speak against the others
  const facts = {
    movementId: from,
    isAkin: relation !== 'other',
    movements: within(movements, 1, MOST_MOVEMENTS),
    e1rmKg: middle,
    sdKg: middle * Math.sqrt(variance),
    reps: middleOf(goal),
    rir: goal.rir,
  }
  const told = moved(startPlan('transfer', middle * share, facts), 'first_time', kg * share, { chance })
  const plan = moved(told, 'today', shown * share, { e1rmKg: shown, sets: history.warmUpsToday.length })
  const capacity =
    shown === kg ? { mean: level, variance: variance + VARIANCE.form + VARIANCE.set } : { mean: log(shown), variance: SD_OF_A_GUESS ** 2 }
  return { goal, capacity, plan: { ...roundedDown(plan), flags: ['transfer'] } }
}

function easyGoal(target: Target, usual: SetGoal): SetGoal {
  const range = saysRange(target) ? usual : { repLow: reps(EASY.repLow), repHigh: reps(EASY.repHigh) }
  return { ...usual, ...range, rir: rir(Math.max(EASY.rir, usual.rir)) }
}

/** The maximum to begin with: a low one of those that are likely where others tell of it, else the usual. */
function carefulStart(snapshot: TrainingSnapshot, { at }: Target) {
  const { isNovice, hasPain } = snapshot.athlete
  const start = startOf(snapshot, at)
  const { chance, sds } = isNovice || hasPain ? CAREFUL_START : USUAL_START
  return { ...start, chance, kg: exp(start.level - (start.isTold ? sds * Math.sqrt(start.variance) : 0)) }
}

const afterToday = (strength: number, { warmUpsToday, today }: History, traits: Required<Traits>, riseWhenEasy = RISE_WHEN_EASY) =>
  [...warmUpsToday, ...today].toSorted((a, b) => a.at - b.at).reduce((so, set) => afterRampSet(so, set, traits, riseWhenEasy), strength)

/** What the ramp has taught so far. A set with few left is believed; an easy one only says that there is more. */
function afterRampSet(strength: number, set: WorkSet, traits: Required<Traits>, riseWhenEasy: number): number {
  if (isFailedAttempt(set)) return strength
  if (set.rir === undefined) return Math.max(strength, strengthShown({ ...set, rir: 0 }, traits))
  const shown = strengthShown(set, traits)
  return set.rir >= RIR_OF_EASY ? Math.max(strength * riseWhenEasy, shown) : shown
}
