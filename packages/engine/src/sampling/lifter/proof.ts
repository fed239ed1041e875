import { SD_UNKNOWN } from '../../capacity/first-belief.ts'
import { costOfReps } from '../../capacity/curve.ts'
import { repsToFailureShown } from '../../capacity/effort.ts'
import { type Capacity, capacityAfter, forecastOf, NARROW, WIDE, WIDE_SHARE } from '../../capacity/forecast.ts'
import { afterSet, freshBelief, openWorkout, restBefore } from '../../capacity/observe.ts'
import { RESTED, rested } from '../../capacity/set-fatigue.ts'
import { dosesOf, strainsOf } from '../../capacity/strain.ts'
import { type Traits, traitNames, traitsFrom } from '../../capacity/traits.ts'
import { FORECAST_REPS } from '../../lifter/sets.ts'
import { exp, log } from '../../numerics/elementary.ts'
import { within } from '../../numerics/bounds.ts'
import { byMovement, isInformative, type TrainedSet } from './history.ts'
import type { Posterior } from './honesty.ts'
import { RIR_BIAS, STEEPNESS, STRAIN, STRAIN_DECAY, STRAIN_POWER } from './parameters.ts'

/** Σ of ln p with a trait − ln p without, and of its squares: nats. */
interface Gain {
  readonly sum: number
  readonly squares: number
}

/** The repetitions of a set foretold from its load, and its load from its repetitions. */
const directions = ['ofReps', 'ofLoad'] as const
type Direction = (typeof directions)[number]

/** What one trait, alone, added to the foretelling of sets that came after it was found. */
type Gains = Readonly<Record<Direction, Gain>>

/** How a lifter's traits have stood up to the sets logged since. The same before and after JSON. */
export interface Proof {
  /** Sets scored, the older ones counting less. */
  readonly sets: number
  /** ms: sets up to here were scored, or are older than the first traits. */
  readonly until: number
  readonly gains: Readonly<Record<keyof Traits, Gains>>
}

const NOTHING: Gain = { sum: 0, squares: 0 }

export const unproved = (until: number): Proof => ({
  sets: 0,
  until,
  gains: Object.fromEntries(traitNames.map((name) => [name, { ofReps: NOTHING, ofLoad: NOTHING }])) as Record<keyof Traits, Gains>,
})

/** Half of what was seen 350 sets ago is forgotten: a lifter changes. */
const MEMORY = 0.998
/** A movement speaks after this many sets. */
const SETS_BEFORE = 3
/** Fewer scored sets prove nothing. */
const SETS_NEEDED = 40
/** Gains this many standard errors above nought are no luck, nine times in ten. */
const SURE = 1.28
/** One odd set is not the whole proof, nats. */
const LARGEST_GAIN = 2

/** The traits of a fit: its means, which the priors have drawn to the usual by as much as the sets left open. */
export function traitsOf({ mean }: Posterior): Traits {
  const curve = exp(mean[STEEPNESS]!)
  const scale = mean[STRAIN]!
  const found = { curve, rirBias: mean[RIR_BIAS]!, dayFatigue: { scale, alpha: exp(mean[STRAIN_POWER]!), beta: exp(mean[STRAIN_DECAY]!) } }
  const { curve: allowed, rirBias, dayFatigue } = traitsFrom(found)
  return {
    // A curve that experiments rule out is made by how loads were chosen, and what remains of it within bounds is too.
    ...(allowed === curve ? { curve } : {}),
    rirBias,
    ...(scale > 0 ? { dayFatigue } : {}),
  }
}

/**
 * The proof with the sets since it was last looked at: each foretold one step ahead, with each trait alone and with none. The traits
 * must be older than the sets, as yesterday's are than today's.
 *
 *     gain of a set = ln p(with the trait) − ln p(without), within ±2:  of reps given load and reserve, and of ln load given reps and reserve
 *
 * In a logbook loads are chosen to fit the day and the plan. Foretelling reps from such loads rewards a curve that is too flat, and
 * foretelling loads from reps one that is too steep: whoever is right wins both ways.
 *
 * Units    nats. Only sets to failure or with a said reserve up to four are scored: `isInformative`.
 * Valid    the whole log, oldest first: the belief is read from its beginning. Sets entered late for days already looked at are not scored.
 * Source   Prequential scoring: Dawid (1984), J R Statist Soc A 147, 278–292.
 */
export function provedBy(sets: readonly TrainedSet[], traits: Traits, before: Proof): Proof {
  const usual = foretold(sets, {}, before.until)
  const kept = exp(usual.length * log(MEMORY))
  const gainsOf = (name: keyof Traits): Gains => {
    const own = traits[name] === undefined ? usual : foretold(sets, { [name]: traits[name] }, before.until)
    const gained = (direction: Direction) =>
      usual.map((score, i) => within(own[i]![direction] - score[direction], -LARGEST_GAIN, LARGEST_GAIN))
    return {
      ofReps: added(before.gains[name].ofReps, kept, gained('ofReps')),
      ofLoad: added(before.gains[name].ofLoad, kept, gained('ofLoad')),
    }
  }
  return {
    sets: kept * before.sets + usual.length,
    until: sets.reduce((latest, { at }) => Math.max(latest, at), before.until),
    gains: Object.fromEntries(traitNames.map((name) => [name, gainsOf(name)])) as Record<keyof Traits, Gains>,
  }
}

const added = ({ sum, squares }: Gain, kept: number, gained: readonly number[]): Gain => ({
  sum: gained.reduce((all, gain) => all + gain, kept * sum),
  squares: gained.reduce((all, gain) => all + gain * gain, kept * squares),
})

/** The traits that later sets bore out, both ways; undefined where none were. A trait that foretells no better is not used. */
export function provedTraits(traits: Traits, { sets, gains }: Proof): Traits | undefined {
  const isSure = ({ sum, squares }: Gain) => sum > SURE * Math.sqrt(Math.max(0, squares - (sum * sum) / sets))
  const proved = traitNames.filter(
    (name) => traits[name] !== undefined && sets >= SETS_NEEDED && directions.every((direction) => isSure(gains[name][direction])),
  )
  return proved.length === 0 ? undefined : Object.fromEntries(proved.map((name) => [name, traits[name]]))
}

/** ln p of each scored set after `from`, movement by movement. */
function foretold(sets: readonly TrainedSet[], given: Traits, from: number): Readonly<Record<Direction, number>>[] {
  const traits = traitsFrom(given)
  const { scale } = traits.dayFatigue
  return byMovement(sets.filter(({ total, reps }) => total > 0 && reps >= 1)).flatMap((track) => {
    const workouts = [...Map.groupBy(track, ({ workoutKey }) => workoutKey).values()]
    const strains = strainsOf(dosesOf(workouts.map((done) => ({ at: done[0]!.at, sets: done.length }))), traits.dayFatigue)
    const scores: Record<Direction, number>[] = []
    let belief = freshBelief(log(track[0]?.total ?? 1), SD_UNKNOWN * SD_UNKNOWN)
    for (const [i, set] of workouts.flatMap((done, i) => done.map((set) => [i, set] as const))) {
      const { workoutKey, at, total, reps, rir, rest } = set
      if (belief.today.workoutKey !== workoutKey) belief = openWorkout(belief, workoutKey, at, -scale * strains[i]!)
      const worked = { at, total, reps, rir: rir ?? undefined, rest: rest ?? undefined }
      if (at > from && isInformative(set) && belief.sets >= SETS_BEFORE) {
        const fatigue = belief.today.sets === 0 ? RESTED : rested(belief.today.fatigue, restBefore(belief, worked))
        const capacity = capacityAfter(belief, fatigue)
        const forecast = forecastOf(rir!, log(total), capacity, traits)
        const shown = log(total) + costOfReps(repsToFailureShown(reps, rir!, traits.rirBias), traits.curve)
        scores.push({ ofReps: log(forecast[Math.min(reps, FORECAST_REPS) - 1]!), ofLoad: lnDensity(shown, capacity) })
      }
      belief = afterSet(belief, worked, traits)
    }
    return scores
  })
}

/** Of a set that shows this maximum, less a constant; the noise of `chanceOf`. */
function lnDensity(shown: number, { mean, variance }: Capacity): number {
  const z = (shown - mean) ** 2 / (2 * variance)
  const part = (share: number, sd: number) => (share / sd) * exp(-z / (sd * sd))
  return log(part(WIDE_SHARE, WIDE) + part(1 - WIDE_SHARE, NARROW)) - log(variance) / 2
}
