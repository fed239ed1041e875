import { DAY_MS } from '@gymgenius/domain'
import { log } from '../numerics/elementary.ts'
import { within } from '../numerics/bounds.ts'
import { type FatigueSeen, type MovementBelief, NO_FATIGUE_SEEN, type TodayBelief } from './belief.ts'
import { chosenAfterDays, chosenAfterSet, NO_CHOSEN_LOADS } from './chosen-loads.ts'
import { stepAfter, DAYS_WITHOUT_LOSS } from './detraining.ts'
import { MOST_RIR_BELIEVED } from './effort.ts'
import { evidenceOf, isFailedAttempt, pull, type Reading, readingOf, shownAtLoad, type WorkedSet } from './reading.ts'
import { noisinessOf, NO_SURPRISE, surprisedBy } from './surprise.ts'
import { amountOf, leftOf, RESTED, shareLeft, tiredBy } from './set-fatigue.ts'
import { type Traits, USUAL_TRAITS } from './traits.ts'

/** Variances of ln(strength). Judgement, checked in closed loop and on logs (docs/engine/capacity.md). */
export const VARIANCE = {
  /** Of one set near failure around today's strength, the lifter's report and the whole repetition included. */
  set: 0.0345 ** 2,
  /** Of a day's form around the level. */
  form: 0.018 ** 2,
  /** That the level gains with every workout and every day, the latter up to `DRIFT_DAYS`. */
  perWorkout: 0.014 ** 2,
  perDay: 0.0025 ** 2,
} as const
const DRIFT_DAYS = 60
/** A level that was guessed, or long not seen, is this uncertain: sets are then read without distrust. */
const UNSURE = 0.01
/** The most that one set may be believed to differ, in ln; wider while the belief is. A guess gives way to the first set altogether. */
const LARGEST_STEP = 0.2
/** Of the fatigue given back to a set, how much may be wrong: for the workouts to come, the first set of a day says most. */
const TIRED_DOUBT = 0.7
/** Fatigue read into sets for the workouts to come: as if each had left this many. */
const USUAL_RIR = 1.5

/** Rest that is taken where none was logged and the times of the sets do not tell, seconds. */
export const USUAL_REST = 180
const SECONDS_OF_A_SET = 40
const LONGEST_REST = 3600

/** Range of ln(maximum) that is believed: half a kilogram to three tonnes. */
const LOWEST = -0.7
const HIGHEST = 8

export const freshBelief = (level: number, variance: number): MovementBelief => ({
  level: within(level, LOWEST, HIGHEST),
  levelVariance: variance,
  sets: 0,
  at: 0,
  today: {
    workoutKey: '',
    start: level,
    now: level,
    carried: level,
    startVariance: variance,
    variance,
    sets: 0,
    fatigue: RESTED,
    usualFatigue: RESTED,
    shown: null,
  },
  related: null,
  fatigueSeen: NO_FATIGUE_SEEN,
  usualRatio: 1,
  chosen: NO_CHOSEN_LOADS,
  surprise: NO_SURPRISE,
  unsaid: 0,
})

/**
 * The belief at the first set of a workout: what the last workout showed is carried over, time away is counted, and today's
 * form is unknown again.
 *
 *     level' = level + β (carried − start),  β = V/(V + form),  V the variance of the level;  then detraining and drift
 *
 * β is the regression of the level on a day's strength, which no observation of that day changes; so the level rises with
 * every set that rose, exactly. `kept` is what time away left of strength, where more is known than the days since the last set.
 */
export function openWorkout(belief: MovementBelief, workoutKey: string, at: number, formToday: number, kept?: number): BeliefUnderWay {
  const learned = carriedOver(belief)
  const days = belief.sets === 0 ? 0 : Math.max(0, at - belief.at) / DAY_MS
  const away = days > DAYS_WITHOUT_LOSS
  const drifted = learned.variance + (belief.sets === 0 ? 0 : VARIANCE.perWorkout) + VARIANCE.perDay * Math.min(days, DRIFT_DAYS)
  const levelVariance = away ? Math.max(drifted, 4 * (learned.variance + VARIANCE.perWorkout)) : drifted
  const level = within(learned.level + (kept === undefined ? stepAfter(days) : log(kept)), LOWEST, HIGHEST)
  const start = within(level + formToday, LOWEST, HIGHEST)
  const startVariance = levelVariance + VARIANCE.form
  return {
    ...belief,
    level,
    levelVariance,
    chosen: belief.chosen && chosenAfterDays(belief.chosen, Math.min(days, DRIFT_DAYS)),
    today: {
      workoutKey,
      start,
      now: start,
      carried: start,
      startVariance,
      variance: startVariance,
      sets: 0,
      fatigue: RESTED,
      usualFatigue: RESTED,
      shown: null,
    },
  }
}

/** The level and its variance with what the last workout, or this one so far, has shown. */
export function carriedOver({ level, levelVariance, today }: MovementBelief) {
  const share = levelVariance / (levelVariance + VARIANCE.form)
  return {
    level: level + share * (today.carried - today.start),
    variance: levelVariance - share * share * (today.startVariance - today.variance),
  }
}

/** The belief after one more set of the workout that is going on. All sets of a belief are read with the same traits. */
export function afterSet(belief: MovementBelief, set: WorkedSet, traits = USUAL_TRAITS): MovementBelief {
  const next = { ...belief, today: { ...belief.today } }
  addSet(next, set, traits)
  return next
}

/** A belief that nobody else holds. What lies in it and in its workout is replaced, never changed. */
export type BeliefUnderWay = { -readonly [K in keyof Omit<MovementBelief, 'today'>]: MovementBelief[K] } & {
  today: { -readonly [K in keyof TodayBelief]: TodayBelief[K] }
}

/** The same, in place: reading a long history leaves no two copies of every belief on its way. */
export function addSet(belief: BeliefUnderWay, set: WorkedSet, traits: Required<Traits>): void {
  const { today } = belief
  const { now, carried, variance } = today
  const left = today.sets === 0 ? RESTED : shareLeft(restBefore(belief, set))
  const fatigue = leftOf(today.fatigue, left)
  const usualFatigue = leftOf(today.usualFatigue, left)
  const gain = variance / (variance + VARIANCE.set)
  const isSaid = set.rir !== undefined || isFailedAttempt(set)
  const isLeast = set.rir === undefined || set.rir > MOST_RIR_BELIEVED
  const evidence = evidenceOf(set, traits)
  const ownFatigue = personalFatigue(belief) * amountOf(fatigue)
  const givenBack = belief.usualRatio * amountOf(usualFatigue)
  const own = readingOf(evidence, ownFatigue)
  const usual = readingOf(evidence, givenBack)
  const largest = belief.sets === 0 ? Number.POSITIVE_INFINITY : LARGEST_STEP + 2 * Math.sqrt(variance)
  const isUnsure = variance > UNSURE
  const isTold = set.reps > 0 && !isLeast
  const carriedGain = variance / (variance + VARIANCE.set + (TIRED_DOUBT * givenBack) ** 2)
  const fresh = isTold ? { lnLoad: evidence.lnTotal, fresh: evidence.lnTotal + evidence.least, fatigue: amountOf(fatigue) } : null

  belief.sets += 1
  belief.at = set.at
  if (fresh !== null) {
    belief.fatigueSeen = withPair(belief.fatigueSeen, fatiguePair(today.shown, fresh))
    if (belief.chosen !== null) {
      belief.chosen = chosenAfterSet(belief.chosen, evidence.lnTotal, shownAtLoad(evidence, ownFatigue), set.rir ?? 0)
    }
    if (!isUnsure) {
      const surprise = within(own.low - now, -0.3, 0.3)
      belief.surprise = surprisedBy(belief.surprise, (surprise * surprise) / (variance + VARIANCE.set))
    }
    today.shown = shownAfter(today.shown, fresh)
  }
  belief.unsaid += UNSAID_PACE * (Number(!isSaid || set.isGuessed === true) - belief.unsaid)
  today.now = within(now + stepTo(own, now, gain, largest, isUnsure, isLeast), LOWEST, HIGHEST)
  today.carried = within(carried + stepTo(usual, carried, carriedGain, largest, isUnsure, isLeast), LOWEST, HIGHEST)
  today.variance = variance * (1 - gain * (isSaid ? 1 : SHARE_UNSAID))
  today.sets += 1
  today.fatigue = tiredBy(fatigue, set.rir ?? USUAL_RIR)
  today.usualFatigue = tiredBy(usualFatigue, USUAL_RIR)
}

/** How far one set moves a belief, in ln. */
function stepTo(reading: Reading, from: number, gain: number, largest: number, isUnsure: boolean, isLeast: boolean): number {
  const wanted = gain * (isUnsure ? fullPull(reading, from) : pull(reading, from))
  const step = within(wanted, -largest * gain, largest * gain)
  return isLeast ? Math.max(step, GAIN_AT_LEAST * (reading.low - from)) : step
}

/** How fast the share of unsaid sets follows. */
const UNSAID_PACE = 0.15
/** What was done was possible: a belief below it is moved this far towards it, however sure it was. */
const GAIN_AT_LEAST = 0.8
/** What a set whose reserve was not said teaches, as a share of what it would have taught. */
const SHARE_UNSAID = 0.26

/** As `pull`, for a level not known yet: nothing is distrusted, and an unsaid reserve is read as the middle of what it may be. */
function fullPull(reading: Reading, belief: number): number {
  const { low, high } = reading
  if (low === Number.NEGATIVE_INFINITY || high === Number.POSITIVE_INFINITY) return pull(reading, belief)
  return low + (high - low) * 0.4 - belief
}

/** Rest before a set: as logged, else from the times of the sets, else the usual. */
export function restBefore({ at, today }: MovementBelief, set: Pick<WorkedSet, 'at' | 'rest'>): number {
  if (today.sets === 0) return LONGEST_REST
  if (set.rest !== undefined && set.rest >= 0) return Math.min(set.rest, LONGEST_REST)
  const between = (set.at - at) / 1000 - SECONDS_OF_A_SET
  return between >= 20 && between <= LONGEST_REST ? between : USUAL_REST
}

/** Weight of the usual fatigue against what was seen, in squared ln of load: about a dozen pairs of sets count as much. */
const PRIOR_SQUARES = 0.002
const LEAST_FATIGUE = 0.3
const MOST_FATIGUE = 5

/**
 * This lifter's fatigue within a workout as a multiple of the usual one.
 *
 *     ratio = (Σ drop · expected + w · prior) / (Σ expected² + w)
 *
 * over pairs of following sets at equal load whose reserves were said; drop and expected in ln of load. A ratio of
 * differences at equal load does not change when all loads do, so it never turns a stronger lifter into a weaker one.
 *
 * Units    dimensionless. Valid 0.3 to 5.
 * Source   Bayesian regression through the origin, prior mean 1, or what the
 *          lifter's other movements show.
 */
export const personalFatigue = ({ fatigueSeen, usualRatio }: MovementBelief) => fatigueRatio(fatigueSeen, usualRatio)

/** The same from a lifter's other movements, which is what a movement starts from. */
export function fatigueRatio({ products, squares }: FatigueSeen, prior: number): number {
  return within((products + prior * PRIOR_SQUARES) / (squares + PRIOR_SQUARES), LEAST_FATIGUE, MOST_FATIGUE)
}

const MEMORY = 0.98

/** What the newest set adds to a record of fatigue: how far it fell below the mean of the sets before it at no less load. */
export function fatiguePair(before: TodayBelief['shown'], set: FreshSet | null): FatigueSeen | undefined {
  if (before === null || set === null || set.lnLoad > before.lightest + ROUNDING) return undefined
  const expected = set.fatigue - before.fatigue
  if (expected <= 0) return undefined
  const drop = within(before.fresh - set.fresh, -0.12, 0.2)
  const weight = (before.sets / (before.sets + 1)) * expected
  return { products: weight * drop, squares: weight * expected }
}
const ROUNDING = 1e-9

/** A record of fatigue after one more pair. */
export const withPair = (seen: FatigueSeen, pair: FatigueSeen | undefined): FatigueSeen =>
  pair === undefined ? seen : { products: MEMORY * seen.products + pair.products, squares: MEMORY * seen.squares + pair.squares }

/** What a set shows of the maximum while nothing is given back for the sets before it, and the usual fatigue it was done with. */
interface FreshSet {
  readonly lnLoad: number
  readonly fresh: number
  readonly fatigue: number
}

function shownAfter(before: TodayBelief['shown'], set: FreshSet): TodayBelief['shown'] {
  const { sets, lightest, fresh, fatigue } = before ?? { sets: 0, lightest: set.lnLoad, fresh: 0, fatigue: 0 }
  const share = 1 / (sets + 1)
  return {
    sets: sets + 1,
    lightest: Math.min(lightest, set.lnLoad),
    fresh: fresh + share * (set.fresh - fresh),
    fatigue: fatigue + share * (set.fatigue - fatigue),
  }
}

/** How much noisier than usual this lifter's sets are, as a factor of the variance. */
export const noisiness = ({ surprise }: MovementBelief) => noisinessOf(surprise)
