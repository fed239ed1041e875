import { kg, type Reps, type Rir } from '@gymgenius/domain'
import { extendedEpleyLoad } from '@gymgenius/engine'
import type { Week } from './types.ts'

export interface WaveWeek {
  readonly week: number
  readonly block: Week['block']
  /** Working sets of main block, accessories and finisher. */
  readonly sets: number
  /** How heavy the main lifts are, in per cent of the most that could be lifted once; undefined where none is counted in repetitions. */
  readonly percent: number | undefined
}

/** How much and how heavy, week by week. By what is asked of a set: its percentage where a scheme says one, else its repetitions and reserve. */
export const waveOf = (weeks: readonly Week[]): WaveWeek[] =>
  weeks.map(({ week, block, days }) => {
    const sets = days.flatMap(({ sections: { main, accessory, finisher } }) => working([...main, ...accessory, ...finisher]))
    const shares = days.flatMap(({ sections: { main } }) => working(main)).flatMap((set) => percentOf(set) ?? [])
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    return { week, block, sets: sets.length, percent: shares.length === 0 ? undefined : Math.round(mean) }
  })

const working = (items: Week['days'][number]['sections']['main']) =>
  items.flatMap(({ sets }) => sets.filter(({ kind }) => kind !== 'warm_up'))

type PlannedSet = Week['days'][number]['sections']['main'][number]['sets'][number]

function percentOf({ percent, reps, repHigh, rir, durationSeconds, distanceMeters }: PlannedSet): number | undefined {
  if (percent !== undefined) return percent
  if (durationSeconds !== undefined || distanceMeters !== undefined) return undefined
  return extendedEpleyLoad(kg(100), ((reps + repHigh) / 2) as Reps, rir as Rir, 0)
}
