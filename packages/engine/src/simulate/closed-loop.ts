import { DAY_MS, type Instant, type Rng, seededRng, type WorkoutId } from '@gymgenius/domain'
import { log } from '../numerics/elementary.ts'
import { between } from './chance.ts'
import { type CoachName, coaches, type Hall } from './coaches.ts'
import { drawLift, drawLifter } from './lifter.ts'
import { Trainee } from './training.ts'

/** What twelve weeks with one coach were worth to one lifter; counts and sums of the sets after week 2. */
export interface Tally {
  readonly sets: number
  /** Ended inside the range with the true reserve within one of the target. */
  readonly inside: number
  /** Failed below the range. */
  readonly failedBelow: number
  /** |believed − true maximum| ÷ true, summed over first sets, and how many there were. */
  readonly e1rmError: number
  readonly e1rmAsked: number
  /** First sets that moved by more than 7.5 % and a step with no flag. */
  readonly movedUntold: number
  readonly firstSets: number
  /** Sets foretold: the chance that a randomised PIT of what feeling alone would have ended lies in the middle 80 %, summed. */
  readonly covered: number
  /** Those inside the whole repetitions of the interval shown. */
  readonly shown: number
  readonly asked: number
  /** Confidence said, and how often the range was met by feeling alone: summed. */
  readonly confidence: number
  readonly metByFeeling: number
  /** ln of the true maximum after a week's rest at the end over that at the start. */
  readonly gained: number
}

export const RANGES = [
  { repLow: 3, repHigh: 5, rir: 2.5 },
  { repLow: 6, repHigh: 8, rir: 2 },
  { repLow: 8, repHigh: 12, rir: 1 },
] as const

const WEEKS = 12
const WORKOUTS = 2 * WEEKS
const WORKOUTS_BEFORE_COUNTING = 4
/** Strength gained is asked of rested lifters. */
const DAYS_OF_REST = 7
const START = 1_772_474_400_000
const STEP_KG = 2.5
const SETS = 3
/** On the first day every lifter takes the guided test, whoever coaches afterwards: nobody is known in advance. */
const SETS_FIRST_DAY = 4
const JUMP = 0.075

/** What a lifter does otherwise than most. */
export interface Habits {
  /** Never says how many were left; a failure is logged all the same. */
  readonly isSilent?: boolean
  readonly setsFirstDay?: number
}

/** Twelve weeks, twice a week, three movements of one lifter, each with its own range. The same seed meets the same days. */
export function twelveWeeks(coach: CoachName, seed: number, habits: Habits = {}): Tally {
  const rng = seededRng(seed * 7919)
  const lifter = drawLifter(rng)
  const bodyMass = between(rng, 55, 110)
  const total = emptyTally()
  RANGES.forEach((range, movement) => {
    const lift = drawLift(rng)
    const trainee = new Trainee(lifter, lift, START)
    const hall: Hall = { stepKg: STEP_KG, minKg: 20, trainee, bodyMass }
    add(
      total,
      trainOne(coach, hall, range, (day) => seededRng(seed * 1_000_003 + movement * 1009 + day * 17), habits),
    )
  })
  return total
}

type Growing = { -readonly [K in keyof Tally]: Tally[K] }

function trainOne(name: CoachName, hall: Hall, range: (typeof RANGES)[number], luckOf: (day: number) => Rng, habits: Habits): Tally {
  const { trainee } = hall
  const coach = coaches[name](hall)
  const tester = name === 'engine' ? coach : coaches.engine(hall)
  const tally = emptyTally()
  const atStart = trainee.strength
  let firstBefore: number | undefined
  for (let day = 0; day < WORKOUTS; day++) {
    let at = (START + Math.floor(day * 3.5) * DAY_MS) as Instant
    const workoutId = `day ${day}` as WorkoutId
    let restAdvised = 0
    trainee.beginWorkout(at, luckOf(day))
    for (let setNumber = 1; setNumber <= (day === 0 ? (habits.setsFirstDay ?? SETS_FIRST_DAY) : SETS); setNumber++) {
      if (setNumber > 1) trainee.rest(restAdvised)
      const asked = { at, workoutId, setNumber, ...range }
      const advised = (day === 0 ? tester : coach).advise(asked)
      const truth = trainee.strength
      const performed = trainee.perform(advised.load, advised.repHigh, advised.rir)
      const done = habits.isSilent === true ? { ...performed, saidRir: null } : performed
      coach.see(asked, advised, done)
      if (day === 0 && tester !== coach) tester.see(asked, advised, done)
      restAdvised = advised.rest
      at = (at + (restAdvised + 40) * 1000) as Instant
      const isMoved =
        setNumber === 1 && firstBefore !== undefined && Math.abs(advised.load - firstBefore) > JUMP * firstBefore + hall.stepKg
      if (setNumber === 1) firstBefore = advised.load
      if (day < WORKOUTS_BEFORE_COUNTING) continue
      tally.sets += 1
      const isInRange = done.reps >= range.repLow && done.reps <= range.repHigh
      tally.inside += Number(isInRange && Math.abs(done.trueRir - range.rir) <= 1)
      tally.failedBelow += Number(done.failed && done.reps < range.repLow)
      if (setNumber === 1) {
        tally.firstSets += 1
        tally.movedUntold += Number(isMoved && advised.flags.length === 0)
        if (advised.e1rm !== undefined) {
          tally.e1rmError += Math.abs(advised.e1rm - truth) / truth
          tally.e1rmAsked += 1
        }
      }
      if (advised.interval === undefined || advised.atLeast === undefined) continue
      tally.asked += 1
      tally.covered += shareInside(done.repsByFeeling, advised.atLeast)
      tally.shown += Number(done.repsByFeeling >= advised.interval.low && done.repsByFeeling <= advised.interval.high)
      tally.confidence += advised.confidence ?? 0
      tally.metByFeeling += Number(done.repsByFeeling >= range.repLow && done.repsByFeeling <= range.repHigh)
    }
  }
  trainee.beginWorkout(START + (WEEKS * 7 + DAYS_OF_REST) * DAY_MS, luckOf(WORKOUTS))
  tally.gained = log(trainee.strength / atStart)
  return tally
}

/** Of the probability that the forecast gives to these repetitions, the share that lies in its middle 80 %. */
function shareInside(reps: number, atLeast: (reps: number) => number): number {
  const [from, to] = [1 - (reps <= 0 ? 1 : atLeast(reps)), 1 - atLeast(reps + 1)]
  if (to <= from) return Number(from >= 0.1 && from <= 0.9)
  return Math.max(0, Math.min(to, 0.9) - Math.max(from, 0.1)) / (to - from)
}

function emptyTally(): Growing {
  return {
    sets: 0,
    inside: 0,
    failedBelow: 0,
    e1rmError: 0,
    e1rmAsked: 0,
    movedUntold: 0,
    firstSets: 0,
    covered: 0,
    shown: 0,
    asked: 0,
    confidence: 0,
    metByFeeling: 0,
    gained: 0,
  }
}

function add(total: Growing, part: Tally): void {
  for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += part[key]
}
