import type { BlockKind, Experience, LocalDay } from '@gymgenius/domain'
import type { GoalWeights } from './goals.ts'

/** One microcycle among the months around it. */
export interface PlannedMicrocycle {
  /** From 0. */
  readonly index: number
  readonly block: BlockKind
  /** Which mesocycle, from 0: main movements stay as long as it lasts. */
  readonly mesocycle: number
  /** 0 in the first loading week of the mesocycle, 1 in the last. */
  readonly progress: number
  /** Accessories stay as long as this number does. */
  readonly phase: number
}

/** Loading weeks before a planned deload. Judgement: who recovers slower, or works harder, is relieved sooner. */
const LOADING_WEEKS: Readonly<Record<Experience, number>> = { novice: 6, intermediate: 5, advanced: 3 }
/** Shorter programs than this are too short to need relief. */
const WEEKS_WITHOUT_DELOAD = 3

/** The weeks of a program: mesocycles that load in a wave and end in a deload, and a taper before a peak. */
export function planMicrocycles(weeks: number, experience: Experience, goals: GoalWeights, peaks: boolean): PlannedMicrocycle[] {
  const mesocycles = weeks <= WEEKS_WITHOUT_DELOAD ? 1 : Math.max(1, Math.round(weeks / (LOADING_WEEKS[experience] + 1)))
  const planned: PlannedMicrocycle[] = []
  let phase = 0
  for (let mesocycle = 0; mesocycle < mesocycles; mesocycle++) {
    const from = Math.round((weeks * mesocycle) / mesocycles)
    const length = Math.round((weeks * (mesocycle + 1)) / mesocycles) - from
    const isLast = mesocycle === mesocycles - 1
    const relief = weeks <= WEEKS_WITHOUT_DELOAD ? 0 : 1
    const loading = length - relief
    for (let i = 0; i < length; i++) {
      const isRelief = i >= loading
      if (i > 0 && !isRelief && experience !== 'novice' && loading >= 4 && i === Math.ceil(loading / 2)) phase++
      planned.push({
        index: from + i,
        mesocycle,
        phase,
        progress: loading <= 1 ? 0 : Math.min(1, i / (loading - 1)),
        block: isRelief ? (isLast && peaks ? 'taper' : 'deload') : loadingBlock(mesocycle / mesocycles, isLast, i, loading, goals, peaks),
      })
    }
    phase++
  }
  return planned
}

/** Before the taper; with it three weeks, as is usual before a meet. */
const WEEKS_OF_SHOWING = 2

function loadingBlock(done: number, isLast: boolean, i: number, loading: number, goals: GoalWeights, peaks: boolean): BlockKind {
  if (isLast && peaks && i >= loading - (loading < 3 ? 1 : WEEKS_OF_SHOWING)) return 'realisation'
  const forStrength = goals.strength + goals.explosiveness + goals.speed
  if (done >= 0.5 && (forStrength >= 4 || i >= loading / 2)) return 'intensification'
  return 'accumulation'
}

export const isRelief = (block: BlockKind) => block === 'deload' || block === 'taper'

/** Where the sessions of a microcycle lie, in days from its first. */
export function dayOffsets(sessions: number, days: number, startsOn?: LocalDay, weekdays?: readonly number[]): number[] {
  if (weekdays !== undefined && startsOn !== undefined && days === 7 && weekdays.length >= sessions) {
    const first = weekdayOf(startsOn)
    return weekdays
      .map((weekday) => (weekday - first + 7) % 7)
      .sort((a, b) => a - b)
      .slice(0, sessions)
  }
  const usual = days === 7 ? USUAL_WEEKS[sessions] : undefined
  return [...(usual ?? Array.from({ length: sessions }, (_, i) => Math.floor((i * days) / sessions)))]
}

/** Monday is 0; the first day of 1970 was a Thursday. */
export const weekdayOf = (day: LocalDay) => (((day + 3) % 7) + 7) % 7

const USUAL_WEEKS: Readonly<Record<number, readonly number[]>> = {
  1: [0],
  2: [0, 3],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
  7: [0, 1, 2, 3, 4, 5, 6],
}
