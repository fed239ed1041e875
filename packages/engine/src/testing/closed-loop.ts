import { DAY_MS, type Instant, kg, type Reps, type Rir, type Rng, seededRng, type WorkoutId } from '@gymgenius/domain'
import { prescribe } from '../prescription/prescribe.ts'
import type { Prescription, SnapshotSet } from '../prescription/snapshot.ts'
import { aSnapshot, aTarget, NOW } from './builders.ts'
import { afterWeek, normalDraw, ordinaryLifter, type SimulatedLifter, simulateWorkout } from './simulated-lifter.ts'

/** The load of one set: by advice, or by somebody who knows the truth. */
export type Chooser = (
  advice: Prescription,
  truth: { readonly strength: number; readonly lifter: SimulatedLifter; readonly tired: number },
) => number

export interface Score {
  /** Shares of all sets after week 2. */
  readonly inside: number
  readonly failedBelow: number
  /** Share of sets whose repetitions lay in the interval shown. */
  readonly covered: number
  /** First sets that moved by more than 7.5 % and a step without a flag, of how many. */
  readonly movedUntold: number
  readonly sets: number
}

const RANGES = [
  { repLow: 3, repHigh: 5, rir: 2.5 },
  { repLow: 6, repHigh: 8, rir: 2 },
  { repLow: 8, repHigh: 12, rir: 1 },
] as const
const STEP = 2.5

export const byAdvice: Chooser = ({ load }) => load

/** The best that rounding and a lifter's own feeling allow: true strength, curve and fatigue are known. */
export const byTruth: Chooser = ({ repLow, repHigh, rir }, { strength, lifter, tired }) => {
  const reps = (repLow + repHigh) / 2 + rir
  return Math.max(20, Math.round((strength * (1 - tired)) / (1 + lifter.slope * (reps - 1)) / STEP) * STEP)
}

/** Simulated lifters train twelve weeks, twice a week, three sets, on three rep ranges; the first workout is the test. */
export function closedLoop(choose: Chooser, lifters: number): Score {
  const tally = { inside: 0, failedBelow: 0, covered: 0, movedUntold: 0, sets: 0 }
  for (let seed = 1; seed <= lifters; seed++) {
    const rng = seededRng(seed)
    for (const range of RANGES) train(aLifter(rng), range, choose, rng, tally)
  }
  const { sets, movedUntold } = tally
  return { inside: tally.inside / sets, failedBelow: tally.failedBelow / sets, covered: tally.covered / sets, movedUntold, sets }
}

const aLifter = (rng: Rng): SimulatedLifter => ({
  ...ordinaryLifter,
  strength: 60 + 80 * rng(),
  weeklyGain: 0.008 * rng(),
  slope: 0.034 + 0.006 * normalDraw(rng),
  fatigue: 0.03 + 0.01 * normalDraw(rng),
  rirBias: -0.5 + 0.8 * normalDraw(rng),
})

type Tally = { -readonly [K in keyof Score]: Score[K] }

function train(lifter: SimulatedLifter, range: (typeof RANGES)[number], choose: Chooser, rng: Rng, tally: Tally) {
  const sets: SnapshotSet[] = []
  let strength = lifter.strength
  let lastFirst: number | undefined
  for (let day = 0; day < 24; day++) {
    const perform = simulateWorkout(lifter, strength, rng)
    const workoutId = `day ${day}` as WorkoutId
    let tired = 0
    for (let setNumber = 1; setNumber <= (day === 0 ? 4 : 3); setNumber++) {
      const at = (NOW + day * 3.5 * DAY_MS + setNumber * 240_000) as Instant
      const advice = prescribe(aSnapshot({ sets }), { ...aTarget({ setNumber, ...range }), workoutId, at })
      const load = day === 0 ? advice.load : choose(advice, { strength, lifter, tired })
      const done = perform(load, advice.repHigh, advice.rir)
      tired += lifter.fatigue / (1 + done.trueRir / 2)
      sets.push({
        workoutId,
        at,
        kind: 'working',
        load: kg(load),
        reps: done.reps as Reps,
        rir: done.saidRir as Rir,
        toFailure: done.failed,
      })
      if (setNumber === 1) {
        const isMoved = lastFirst !== undefined && Math.abs(load - lastFirst) > 0.075 * lastFirst + STEP
        if (day >= 4 && isMoved && advice.flags.length === 0) tally.movedUntold += 1
        lastFirst = load
      }
      if (day < 4) continue
      const isInRange = done.reps >= range.repLow && done.reps <= range.repHigh
      tally.sets += 1
      tally.inside += Number(isInRange && Math.abs(done.trueRir - range.rir) <= 1)
      tally.failedBelow += Number(done.failed && done.reps < range.repLow)
      tally.covered += Number(done.reps >= advice.interval.low && done.reps <= advice.interval.high)
    }
    if (day % 2 === 1) strength = afterWeek(lifter, strength)
  }
}
