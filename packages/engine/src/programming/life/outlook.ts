import type { Experience } from '@gymgenius/domain'
import { lossAfter } from '../../capacity/detraining.ts'
import { exp, log } from '../../numerics/elementary.ts'

/** A range that holds eight times in ten, and its middle. Kilograms. */
export interface Band {
  readonly low: number
  readonly middle: number
  readonly high: number
}

export interface Outlook {
  readonly now: Band
  /** When the weeks are through. */
  readonly later: Band
}

/** What the strength of one lift is foretold from: what is believed now, and the hard sets that its muscles get each week to come. */
export interface OutlookQuestion {
  /** ln of the maximum in kilograms, and its variance. */
  readonly level: number
  readonly variance: number
  readonly experience: Experience
  readonly weeklySets: readonly number[]
  /** Weekly sets at which more gives little more. */
  readonly mav: number
}

/**
 * ln of strength a week at the dose that gives most. Judgement, after Steele et al. (2022, 14,690 lifters: gains fall with the logarithm of
 * time trained, about a third to a half in the first year) and Latella et al. (2020, powerlifters: a few per cent a year).
 */
const GAIN_A_WEEK: Readonly<Record<Experience, number>> = { novice: 0.009, intermediate: 0.0035, advanced: 0.0012 }
/** Lifters differ in what they gain by about as much as they gain (Hubal 2005); and no two weeks are alike. */
const SPREAD_OF_GAIN = 0.7
const SPREAD_A_WEEK = 0.008
const EIGHT_IN_TEN = 1.2815515655446004

/**
 * Strength at the end of some weeks, with its range.
 *
 *     ln s' = ln s + Σ gain · √(sets / MAV), at most gain a week;   weeks without a set: the loss of `lossAfter`
 *
 * Units    ln kg; sets a week.  Valid  up to about half a year.
 * Source   dose: Pelland et al. (2024) finds strength to rise with about the square root of weekly sets and to flatten; sizes are judgement,
 *          and so is the range. It compares plans with each other; it is no promise.
 */
export function outlookOf({ level, variance, experience, weeklySets, mav }: OutlookQuestion): Outlook {
  let gained = 0
  let daysWithout = 0
  let lost = 0
  for (const sets of weeklySets) {
    if (sets <= 0) {
      const before = lossAfter(daysWithout)
      daysWithout += 7
      lost += log((1 - before) / (1 - lossAfter(daysWithout)))
    } else {
      daysWithout = 0
      gained += GAIN_A_WEEK[experience] * Math.min(1, Math.sqrt(sets / mav))
    }
  }
  const spread = variance + (SPREAD_OF_GAIN * gained) ** 2 + SPREAD_A_WEEK ** 2 * weeklySets.length
  return { now: bandOf(level, variance), later: bandOf(level + gained - lost, spread) }
}

const bandOf = (level: number, variance: number): Band => {
  const wide = EIGHT_IN_TEN * Math.sqrt(Math.max(0, variance))
  return { low: tenth(exp(level - wide)), middle: tenth(exp(level)), high: tenth(exp(level + wide)) }
}

const tenth = (kg: number) => Math.round(kg * 10) / 10
