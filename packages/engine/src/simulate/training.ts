import { DAY_MS, type Rng } from '@gymgenius/domain'
import { exp } from '../numerics/elementary.ts'
import { normalDraw } from './chance.ts'
import { type Lift, type Lifter, repsToFailure } from './lifter.ts'

/** A set as it went, with what nobody in a gym can see. */
export interface SimulatedSet {
  readonly reps: number
  /** Repetitions at which the lifter would have stopped by feeling, had the top of the range not come first. */
  readonly repsByFeeling: number
  /** As the lifter says it; 0 at failure. */
  readonly saidRir: number
  readonly trueRir: number
  readonly failed: boolean
}

/** Said for more than this many left is only "easy". */
const MOST_SAID = 5

/**
 * One lifter training one movement: strength moves between workouts by saturating fitness less tiredness, form wanders from
 * day to day, and each set tires the next by an amount that rest repays in a quick and a slow part.
 */
export class Trainee {
  #lifter: Lifter
  readonly #lift: Lift
  #rng: Rng = () => 0.5
  #fitness = 0
  #tiredness = 0
  #form = 0
  #at: number
  #quick = 0
  #slow = 0

  constructor(lifter: Lifter, lift: Lift, at: number) {
    this.#lifter = lifter
    this.#lift = lift
    this.#at = at
  }

  /** One-repetition maximum when fresh and on an ordinary day, kg. */
  get strength(): number {
    return this.#lift.strength * (1 + this.#lifter.fitnessGain * (1 - exp(-this.#fitness)) - this.#tiredness)
  }

  /** What the next set would find: today's form and the sets before counted. */
  get strengthNow(): number {
    return this.strength * exp(this.#form) * (1 - Math.min(0.5, this.#quick + this.#slow))
  }

  /** From the next workout on: life changes how somebody recovers, not how strong they are. */
  becomes(lifter: Lifter): void {
    this.#lifter = lifter
  }

  get lift(): Lift {
    return this.#lift
  }

  /** Each workout brings its own luck, so that two coaches of the same lifter meet the same days. */
  beginWorkout(at: number, rng: Rng): void {
    this.#rng = rng
    const { fitnessDays, tirednessDays, form, formKept, badDays } = this.#lifter
    const days = Math.max(0, at - this.#at) / DAY_MS
    this.#at = at
    this.#fitness *= exp(-days / fitnessDays)
    this.#tiredness *= exp(-days / tirednessDays)
    const news = Math.sqrt(1 - formKept * formKept) * form * normalDraw(this.#rng)
    this.#form = formKept * this.#form + news - (this.#rng() < badDays ? 0.04 : 0)
    this.#quick = 0
    this.#slow = 0
  }

  rest(advisedSeconds: number): void {
    const { quickSeconds, slowSeconds } = this.#lift
    const seconds = advisedSeconds * this.#lifter.patience * exp(0.15 * normalDraw(this.#rng))
    this.#quick *= exp(-seconds / quickSeconds)
    this.#slow *= exp(-seconds / slowSeconds)
  }

  /** Goes on until `repHigh`, until no more than `targetRir` seem to be left, or until nothing moves. */
  perform(load: number, repHigh: number, targetRir: number): SimulatedSet {
    const { rirBias, rirNoise, rirNoiseGrowth, saysRirIn } = this.#lifter
    const thisSet = this.strengthNow * exp(this.#lifter.setNoise * normalDraw(this.#rng))
    const possible = Math.max(0, Math.floor(repsToFailure(this.#lift.curve, load / thisSet)))
    const luck = normalDraw(this.#rng)
    const feels = (left: number) => left - (rirBias * left) / (left + 1) - luck * (rirNoise + rirNoiseGrowth * left)
    let byFeeling = 0
    while (byFeeling < possible && feels(possible - byFeeling) > targetRir + 0.5) byFeeling++
    const reps = Math.min(byFeeling, repHigh, possible)
    const trueRir = possible - reps
    const said = Math.min(MOST_SAID, Math.max(0, Math.round(feels(trueRir) / saysRirIn) * saysRirIn))
    this.#tire(trueRir, reps)
    return { reps, repsByFeeling: byFeeling, trueRir, saidRir: trueRir === 0 ? 0 : said, failed: trueRir === 0 }
  }

  #tire(trueRir: number, reps: number) {
    const { setCost, quickShare } = this.#lift
    const effort = 1 / (1 + trueRir / 3)
    this.#quick += setCost * quickShare * effort
    this.#slow += setCost * (1 - quickShare) * effort
    const isWork = reps > 0 && trueRir <= 6
    this.#fitness += isWork ? 0.012 / (1 + trueRir / 6) : 0
    this.#tiredness += (this.#lifter.tirednessCost / 4) * effort
  }
}
