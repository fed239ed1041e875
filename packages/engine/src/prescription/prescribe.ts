import { DAY_MS, type Instant, reps, rir, seconds } from '@gymgenius/domain'
import { repsTaken } from '../fatigue/set-fatigue.ts'
import { hundredths, within } from '../numerics/bounds.ts'
import { believe, strengthShown } from '../strength/belief.ts'
import { repsAtFraction } from '../strength/reps-curve.ts'
import { firstTest, isFirstTime, protocolFor } from './cold-start.ts'
import { NOISE_REPS, planFirstSet, type Situation } from './first-set.ts'
import { goalFor, saysRange, type SetGoal } from './goal.ts'
import { heaviestOf, LARGE_DROP } from './guardrails.ts'
import { type History, historyOf, LATEST_INSTANT } from './history.ts'
import { probabilityBetween, repInterval } from './interval.ts'
import { layoffOf } from './layoff.ts'
import { planLaterSet, repsTakenSoFar, strengthToday } from './next-set.ts'
import { loadedTotal, loadOf, type Plan, reasonsOf } from './plan.ts'
import { type Resistance, resistanceOf } from './resistance.ts'
import type { Prescription, Reason, Target, TrainingSnapshot } from './snapshot.ts'

/** Extra rest after a set to failure, seconds. Failure takes longer to recover from; the size is judgement. */
const REST_AFTER_FAILURE = 60
/** Spread of repetitions when nothing was ever logged, and its factor after a layoff. Judgement. */
const SPREAD_UNKNOWN = 4
const SPREAD_AFTER_LAYOFF = 2

/**
 * The next set: what to load, for how many, with how many left, and why. Pure: the same snapshot and target give the same
 * answer, byte for byte, on server and phone. Any numbers are answered with a load that the gym has.
 */
export function prescribe(snapshot: TrainingSnapshot, asked: Target): Prescription {
  const at = within(asked.at, -LATEST_INSTANT, LATEST_INSTANT) as Instant
  const target = { ...asked, at, setNumber: Math.round(within(asked.setNumber, 1, 100)) }
  const resistance = resistanceOf(snapshot)
  const history = historyOf(snapshot, target, resistance)
  const goal = afterFailure(goalFor(target, snapshot.movement.pattern), history)
  if (isFirstTime(history, protocolFor(snapshot))) {
    const test = firstTest(snapshot, target, goal, history)
    return assemble(snapshot, { ...test, resistance, taken: 0, spread: SPREAD_UNKNOWN, extraReasons: [], extraFlags: [] })
  }
  return fromHistory(snapshot, target, goal, history, resistance)
}

function fromHistory(snapshot: TrainingSnapshot, target: Target, asked: SetGoal, history: History, resistance: Resistance): Prescription {
  const { past, today } = history
  const belief = believe(past.length > 0 ? past.map(({ sets }) => sets) : [today.filter((set) => set.reps > 0)])
  const lastAt = past.at(-1)?.at
  const layoff = lastAt === undefined ? undefined : layoffOf(((today[0]?.at ?? target.at) - lastAt) / DAY_MS)
  const before = belief?.strength ?? strengthShown(today[0]!) // every attempt failed: the load itself is the best guess
  const rested = layoff === undefined ? asked : { ...asked, rir: rir(Math.min(5, asked.rir + layoff.rirAdded)) }
  const strength = strengthToday(before * (layoff?.strengthFactor ?? 1), today, rested)
  const taken = repsTakenSoFar(today, target.setNumber, rested)
  const goal =
    snapshot.movement.loadKind === 'body_weight' && !saysRange(target) ? ownBodyGoal(rested, resistance, strength, taken) : rested

  const situation: Situation = { strength: before, goal, layoff, past, now: target.at, resistance }
  const isFirst = today.length === 0 && target.setNumber === 1
  const plan = isFirst ? planFirstSet(situation) : planLaterSet(situation, today, target.setNumber)
  const change = isFirst ? largeChange(loadedTotal(plan, resistance), situation) : []
  return assemble(snapshot, {
    goal,
    plan,
    strength,
    resistance,
    taken,
    spread: (belief?.repSpread ?? SPREAD_UNKNOWN) * (layoff === undefined ? 1 : SPREAD_AFTER_LAYOFF),
    extraReasons: change,
    extraFlags: [...change.map(({ code }) => code), ...(layoff === undefined ? [] : ['layoff'])],
  })
}

/** Without a load to change, the range moves instead: about what is expected today. */
function ownBodyGoal(goal: SetGoal, resistance: Resistance, strength: number, taken: number): SetGoal {
  const expected = Math.round(within(repsAtFraction(resistance.total(0) / strength) - taken - goal.rir, 1, 100))
  return { ...goal, repLow: reps(Math.max(1, expected - 1)), repHigh: reps(Math.min(100, expected + 1)) }
}

function afterFailure(goal: SetGoal, { today }: History): SetGoal {
  return today.at(-1)?.rir === 0 ? { ...goal, rest: seconds(goal.rest + REST_AFTER_FAILURE) } : goal
}

/** A first set much heavier or lighter than last time is told, whatever the cause. */
function largeChange(total: number, { past, layoff, goal }: Situation): Reason[] {
  const last = past.at(-1)
  if (last === undefined) return []
  const ratio = total / heaviestOf(last)
  const percent = hundredths((ratio - 1) * 100)
  const asked = last.sets.some((set) => set.reps >= goal.repLow && set.reps <= goal.repHigh)
  const because = layoff !== undefined ? 'layoff' : asked ? 'strength' : 'target'
  if (ratio < 1 - LARGE_DROP) return [{ code: 'large_drop', percent, because }]
  return ratio > 1 + LARGE_DROP ? [{ code: 'large_rise', percent, because }] : []
}

interface Decided {
  readonly goal: SetGoal
  readonly plan: Plan
  readonly strength: number
  readonly resistance: Resistance
  readonly taken: number
  readonly spread: number
  readonly extraReasons: readonly Reason[]
  readonly extraFlags: readonly string[]
}

function assemble(snapshot: TrainingSnapshot, decided: Decided): Prescription {
  const { goal, plan, strength, resistance, taken, spread } = decided
  const load = loadOf(plan, resistance)
  const capacity = repsAtFraction(resistance.total(load) / strength) - taken
  const expected = within(capacity - goal.rir, 0, 400)
  const isTooHeavy = load === resistance.easiest && capacity - goal.rir < goal.repLow - NOISE_REPS
  const isOutOfReach = load === resistance.easiest && capacity < 0 && !plan.flags.includes('guided_test')
  const moves =
    snapshot.movement.loadKind === 'body_weight' ? ownBodyReasons(plan, capacity) : reasonsOf(plan, resistance, snapshot.loads.step)
  return {
    load,
    exactLoad: exact(plan, resistance, load),
    ...goal,
    confidence: Math.round(probabilityBetween(goal.repLow, goal.repHigh, expected, spread) * 1000) / 1000,
    interval: repInterval(expected, spread),
    reasons: [
      ...moves,
      ...decided.extraReasons,
      ...(isTooHeavy && load > 0 ? [{ code: 'lightest_load', loadKg: load }] : []),
      ...(resistance.isBodyMassAssumed ? [{ code: 'body_mass_assumed', kg: resistance.total(0) }] : []),
      { code: 'rest', seconds: goal.rest, halfCostsReps: costOfHalfRest(goal) },
    ],
    flags: [...plan.flags, ...decided.extraFlags, ...(isTooHeavy ? ['lightest_load'] : []), ...(isOutOfReach ? ['out_of_reach'] : [])],
  }
}

/** Repetitions lost when resting only half as long before the set after this one (requirement N9, first form). */
const costOfHalfRest = ({ rir, rest }: SetGoal) => hundredths(repsTaken(0, rir, rest / 2) - repsTaken(0, rir, rest))

function ownBodyReasons(plan: Plan, capacity: number): Reason[] {
  const told = plan.steps.filter(({ code }) => code === 'guided_test' || code === 'layoff').map(({ code, facts }) => ({ ...facts, code }))
  return [...told, { code: 'body_weight', reps: hundredths(within(capacity, 0, 400)) }]
}

function exact(plan: Plan, resistance: Resistance, load: Prescription['load']): Prescription['exactLoad'] {
  const value = within(resistance.load(plan.total), 0, 1000)
  return (value > 0 ? Math.round(value * 10_000) / 10_000 : load === 0 ? 0 : value) as Prescription['exactLoad']
}
