import { type Instant, reps, rir, seconds } from '@gymgenius/domain'
import { type Capacity, capacityAfter, chanceOf, expectedReps } from '../capacity/forecast.ts'
import { type Traits, traitsFrom } from '../capacity/traits.ts'
import { log } from '../numerics/elementary.ts'
import { hundredths, within } from '../numerics/bounds.ts'
import { believed, daysSince } from './believed.ts'
import { firstTest, isFirstTime, protocolFor } from './cold-start.ts'
import { planFirstSet, type Situation } from './first-set.ts'
import { goalFor, saysRange, type SetGoal } from './goal.ts'
import { heaviestOf, LARGE_DROP } from './guardrails.ts'
import { hardWeeksOf } from './hard-weeks.ts'
import { type History, historyOf, LATEST_INSTANT } from './history.ts'
import { repInterval } from './interval.ts'
import { type Layoff, layoffOf } from './layoff.ts'
import { fatigueBefore, planLaterSet, strengthNow } from './next-set.ts'
import { loadedTotal, loadOf, type Plan, reasonsOf } from './plan.ts'
import { restReason, type Resting } from './rest.ts'
import { type Resistance, resistanceOf } from './resistance.ts'
import type { Prescription, Reason, Target, TrainingSnapshot } from './snapshot.ts'
import { unsaidReserve, wideStep } from './told.ts'
import { readAgainst } from './unsaid.ts'

/** Extra rest after a set to failure, seconds. Failure takes longer to recover from; the size is judgement. */
const REST_AFTER_FAILURE = 60
/** The guardrails believe less than the belief does: that no set left more than this below the target, unless somebody said so. */
const RESERVE_NOT_PROVED = 1

/**
 * The next set: what to load, for how many, with how many left, and why. Pure: the same snapshot and target give the same
 * answer, byte for byte, on server and phone. Any numbers are answered with a load that the gym has.
 */
export const prescribe = (snapshot: TrainingSnapshot, asked: Target): Prescription => deliberate(snapshot, asked).prescription

/** A prescription, with what was believed of the set when it was made. */
export interface Deliberation {
  readonly prescription: Prescription
  /** ln of the maximum that the set would find. */
  readonly capacity: Capacity
  /** What the muscles would work against, kg. */
  readonly total: number
  /** What the sets were read with. */
  readonly traits: Required<Traits>
}

export function deliberate(snapshot: TrainingSnapshot, asked: Target): Deliberation {
  const at = within(asked.at, -LATEST_INSTANT, LATEST_INSTANT) as Instant
  const target = { ...asked, at, setNumber: Math.round(within(asked.setNumber, 1, 100)) }
  const resistance = resistanceOf(snapshot)
  const history = historyOf(snapshot, target, resistance)
  const goal = afterFailure(goalFor(target, snapshot.movement.pattern), history)
  if (isFirstTime(history, protocolFor(snapshot))) {
    const test = firstTest(snapshot, target, goal, history)
    return assemble(snapshot, { ...test, resistance, ground: undefined, extraReasons: [], extraFlags: [] })
  }
  return fromHistory(snapshot, target, goal, history, resistance)
}

function fromHistory(snapshot: TrainingSnapshot, target: Target, asked: SetGoal, history: History, resistance: Resistance): Deliberation {
  const layoff = layoffFrom(snapshot, history, history.today[0]?.at ?? target.at)
  const rested = layoff === undefined ? asked : { ...asked, rir: rir(Math.min(5, asked.rir + layoff.rirAdded)) }
  const traits = traitsFrom(snapshot.traits)
  const weeks = hardWeeksOf(history, target.at, traits)
  const belief = believed(snapshot, history, rested, target, {
    traits,
    weeks,
    kept: snapshot.belief === undefined ? layoff?.kept : undefined,
  })
  const { past, today } = readAgainst(asked, history, Math.max(0, asked.rir - RESERVE_NOT_PROVED))
  const usual: Situation = { belief, traits, weeks, goal: rested, layoff, past, logged: history.past, now: target.at, resistance }
  const fatigue = fatigueBefore(usual, target.setNumber)
  const capacity = { ...capacityAfter(belief, fatigue) }
  const limited = { ...capacity, mean: capacity.mean - belief.today.now + strengthNow(usual, today) }
  const isOwnBody = snapshot.movement.loadKind === 'body_weight' && !saysRange(target)
  const goal = isOwnBody ? ownBodyGoal(usual, limited) : rested

  const situation: Situation = { ...usual, goal }
  const isFirst = today.length === 0 && target.setNumber === 1
  const plan = isFirst ? planFirstSet(situation) : planLaterSet(situation, today, target.setNumber)
  const change = isFirst ? largeChange(loadedTotal(plan, resistance), situation) : []
  const last = isFirst ? history.past.at(-1) : undefined
  return assemble(snapshot, {
    goal,
    plan,
    resistance,
    capacity: limited,
    ground: { belief, fatigue },
    extraReasons: last === undefined ? change : [...wideStep(plan, last, resistance), ...change, ...unsaidReserve(last)],
    extraFlags: [...change.map(({ code }) => code), ...(layoff === undefined ? [] : ['layoff'])],
  })
}

/** A belief that was brought has counted its days already, and knows of no group. */
function layoffFrom({ belief, prior }: TrainingSnapshot, { past }: History, now: number): Layoff | undefined {
  const last = past.at(-1)
  if (last === undefined) return undefined
  const groupTrainedAt = (belief === undefined ? prior?.groupTrainedAt : null) ?? last.at
  return layoffOf(daysSince(last.at, now), daysSince(groupTrainedAt, now))
}

/** Without a load to change, the range moves instead: about what is expected today. */
function ownBodyGoal({ goal, traits, resistance }: Situation, capacity: Capacity): SetGoal {
  const expected = Math.round(within(expectedReps(goal.rir, log(resistance.total(0)), capacity, traits), 1, 100))
  return { ...goal, repLow: reps(Math.max(1, expected - 1)), repHigh: reps(Math.min(100, expected + 1)) }
}

function afterFailure(goal: SetGoal, { today }: History): SetGoal {
  return today.at(-1)?.rir === 0 ? { ...goal, rest: seconds(goal.rest + REST_AFTER_FAILURE) } : goal
}

/** A first set much heavier or lighter than last time's first or heaviest is told, whatever the cause. */
function largeChange(total: number, { past, layoff, goal }: Situation): Reason[] {
  const last = past.at(-1)
  if (last === undefined) return []
  const asked = last.sets.some((set) => set.reps >= goal.repLow && set.reps <= goal.repHigh)
  const because = layoff !== undefined ? 'layoff' : asked ? 'strength' : 'target'
  const told = (before: number) => hundredths((total / before - 1) * 100)
  const [first, heaviest] = [last.sets[0]!.total, heaviestOf(last)]
  if (total < heaviest * (1 - LARGE_DROP)) return [{ code: 'large_drop', percent: told(heaviest), because }]
  return total > first * (1 + LARGE_DROP) ? [{ code: 'large_rise', percent: told(first), because }] : []
}

interface Decided {
  readonly goal: SetGoal
  readonly plan: Plan
  readonly resistance: Resistance
  readonly capacity: Capacity
  /** Undefined in a first test, where less rest costs nothing worth telling. */
  readonly ground: Pick<Resting, 'belief' | 'fatigue'> | undefined
  readonly extraReasons: readonly Reason[]
  readonly extraFlags: readonly string[]
}

function assemble(snapshot: TrainingSnapshot, decided: Decided): Deliberation {
  const { goal, plan, resistance, capacity } = decided
  const traits = traitsFrom(snapshot.traits)
  const load = loadOf(plan, resistance)
  const total = resistance.total(load)
  const lnTotal = log(total)
  const expected = expectedReps(goal.rir, lnTotal, capacity, traits)
  const atLeast = (count: number) => chanceOf(count, goal.rir, lnTotal, capacity, traits)
  const able = expectedReps(0, lnTotal, capacity, traits)
  const isTooHeavy = load === resistance.easiest && expected < goal.repLow - 0.5
  const isTooLight = load === resistance.heaviest && !isTooHeavy && expected > goal.repHigh + 0.5 && !isGuess(plan)
  const isOutOfReach = load === resistance.easiest && able < 0 && !isGuess(plan)
  const moves =
    snapshot.movement.loadKind === 'body_weight' ? ownBodyReasons(plan, able) : reasonsOf(plan, resistance, resistance.stepAround(load))
  const prescription = {
    load,
    exactLoad: exact(plan, resistance, load),
    ...goal,
    confidence: Math.round(within(atLeast(goal.repLow) - atLeast(goal.repHigh + 1), 0, 1) * 1000) / 1000,
    interval: repInterval(expected, atLeast),
    reasons: [
      ...moves,
      ...decided.extraReasons,
      ...(isTooHeavy && load > 0 ? [{ code: 'lightest_load', loadKg: load }] : []),
      ...(isTooLight ? [{ code: 'heaviest_load', loadKg: load, rir: goal.rir }] : []),
      ...(resistance.isBodyMassAssumed ? [{ code: 'body_mass_assumed', kg: resistance.total(0) }] : []),
      decided.ground === undefined
        ? { code: 'rest', seconds: goal.rest }
        : restReason({ ...decided.ground, traits, goal, capacity, lnTotal }),
    ],
    flags: [
      ...plan.flags,
      ...decided.extraFlags,
      ...(isTooHeavy ? ['lightest_load'] : []),
      ...(isTooLight ? ['heaviest_load'] : []),
      ...(isOutOfReach ? ['out_of_reach'] : []),
    ],
  }
  return { prescription, capacity, total, traits }
}

/** Nobody is refused a movement on the ground of a guess. */
const isGuess = ({ flags }: Plan) => flags.includes('guided_test') || flags.includes('transfer')

function ownBodyReasons(plan: Plan, capacity: number): Reason[] {
  const told = plan.steps.filter(({ code }) => code === 'guided_test' || code === 'layoff').map(({ code, facts }) => ({ ...facts, code }))
  return isGuess(plan) ? told : [...told, { code: 'body_weight', reps: hundredths(within(capacity, 0, 400)) }]
}

function exact(plan: Plan, resistance: Resistance, load: Prescription['load']): Prescription['exactLoad'] {
  const value = within(resistance.load(plan.total), 0, 1500)
  return (value > 0 ? Math.round(value * 10_000) / 10_000 : load === 0 ? 0 : value) as Prescription['exactLoad']
}
