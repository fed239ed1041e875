import { within } from '../numerics/bounds.ts'
import { noisinessOf, NO_SURPRISE, type Surprise, surprisedBy } from './surprise.ts'

/** ln of a maximum, and its variance. */
interface Capacity {
  readonly mean: number
  readonly variance: number
}

/**
 * What a lifter showed at each load they chose. In a logbook a load is chosen to fit the day, the machine and the plan: the
 * heavier one was taken because it felt light. So what was done *at this load* foretells what will be done there better than
 * any curve. Loads never tried are read from the nearest one by the curve of experiments: that answers "what if".
 * Used to foretell what is logged with a reserve; never to choose a load.
 */
export interface ChosenLoads {
  /** ln of the maximum shown around all loads, and its variance. */
  readonly level: number
  readonly variance: number
  readonly sets: number
  /** The loads last used, newest last: how far the maximum shown at each lies from the level. */
  readonly loads: readonly ChosenLoad[]
  /** Squared surprises ÷ their expectation: a decayed sum and its weight. */
  readonly surprise: Surprise
}

export interface ChosenLoad {
  readonly lnLoad: number
  readonly offset: number
  readonly variance: number
  /** The reserve last said there. */
  readonly rir: number
}

export const NO_CHOSEN_LOADS: ChosenLoads = { level: 0, variance: 0, sets: 0, loads: [], surprise: NO_SURPRISE }

const MOST_LOADS = 12
const SAME_LOAD = 0.004
/** Variances of ln(strength), judged on logs: docs/engine/capacity.md. */
const NOISE = 0.0016
const FIRST = 0.01
const LEVEL_PER_WORKOUT = 0.0001
const LEVEL_PER_DAY = 0.00001
const OFFSET_NEW = 0.015
/** From here on, in ln, the nearest load tells no more than any. */
const FAR = 0.2
const OFFSET_MOST = 0.02
const OFFSET_PER_WORKOUT = 0.0001
const OFFSET_PER_DAY = 0.00002
const LARGEST_SURPRISE = 1

/** What is to be expected at a load: the maximum it would show, and the variance of one set around that. */
export function shownAt(chosen: ChosenLoads, lnLoad: number): Capacity {
  const { offset, variance } = loadNear(chosen, lnLoad)
  return { mean: chosen.level + offset, variance: chosen.variance + variance + NOISE * noisinessOf(chosen.surprise) }
}

/** Time makes everything less certain. */
export function chosenAfterDays(chosen: ChosenLoads, days: number): ChosenLoads {
  const { variance, loads } = chosen
  return {
    ...chosen,
    variance: variance + LEVEL_PER_WORKOUT + LEVEL_PER_DAY * days,
    loads: loads.map((load) => ({ ...load, variance: Math.min(OFFSET_MOST, load.variance + OFFSET_PER_WORKOUT + OFFSET_PER_DAY * days) })),
  }
}

/** One more set: the surprise is shared between the level and the load, as their variances say (Kalman 1960). */
export function chosenAfterSet(chosen: ChosenLoads, lnLoad: number, shown: number, rir: number): ChosenLoads {
  if (chosen.sets === 0) {
    return { ...chosen, level: shown, variance: FIRST, sets: 1, loads: [{ lnLoad, offset: 0, variance: OFFSET_NEW, rir }] }
  }
  const near = loadNear(chosen, lnLoad)
  const load = near.isNew ? { ...near, variance: Math.max(near.variance, OFFSET_NEW) } : near
  const total = chosen.variance + load.variance + NOISE
  const surprise = within(shown - chosen.level - load.offset, -LARGEST_SURPRISE, LARGEST_SURPRISE)
  const learned = {
    lnLoad,
    offset: load.offset + (load.variance / total) * surprise,
    variance: load.variance * (1 - load.variance / total),
    rir,
  }
  return {
    level: chosen.level + (chosen.variance / total) * surprise,
    variance: chosen.variance * (1 - chosen.variance / total),
    sets: chosen.sets + 1,
    surprise: surprisedBy(chosen.surprise, (surprise * surprise) / total),
    loads: [...chosen.loads.filter((other) => !isSame(other.lnLoad, lnLoad)), learned].slice(-MOST_LOADS),
  }
}

/** A reserve this far from the one last said at a load makes habit say nothing. */
const OTHER_RIR = 3

/** How well what this lifter does at a load by habit answers for it at a reserve: 1 where both are as last time, 0 where not. */
export function likenessToHabit({ loads }: ChosenLoads, lnLoad: number, rir: number): number {
  const last = loads.find((load) => isSame(load.lnLoad, lnLoad))
  return last === undefined ? 0 : Math.max(0, 1 - Math.abs(rir - last.rir) / OTHER_RIR)
}

/** What is known of this load; of one never used, what the nearest tells, less surely. */
function loadNear({ loads }: ChosenLoads, lnLoad: number): Pick<ChosenLoad, 'offset' | 'variance'> & { readonly isNew: boolean } {
  let nearest: ChosenLoad | undefined
  for (const load of loads) {
    if (nearest === undefined || Math.abs(load.lnLoad - lnLoad) < Math.abs(nearest.lnLoad - lnLoad)) nearest = load
  }
  if (nearest === undefined) return { offset: 0, variance: OFFSET_NEW, isNew: true }
  if (isSame(nearest.lnLoad, lnLoad)) return { ...nearest, isNew: false }
  const far = Math.min(1, Math.abs(nearest.lnLoad - lnLoad) / FAR)
  return { offset: nearest.offset, variance: Math.min(OFFSET_MOST, nearest.variance + OFFSET_NEW * far * far), isNew: true }
}

const isSame = (a: number, b: number) => Math.abs(a - b) < SAME_LOAD
