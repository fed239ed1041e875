import { DAY_MS } from '@gymgenius/domain'
import { dosesOf, strainsOf } from '../capacity/strain.ts'
import type { Traits } from '../capacity/traits.ts'
import { within } from '../numerics/bounds.ts'
import type { History } from './history.ts'

/** What hard days take, or easy ones give: steps of ln(strength). */
export interface HardWeeks {
  /** By the place of a workout in `History.trained`; the last is today's. */
  readonly past: readonly number[]
  readonly now: number
  /** Working sets of the last seven days beyond a week of the last four. */
  readonly setsMore: number
}

/** No days are worth more than this. */
const MOST = 0.05
const WEEK_MS = 7 * DAY_MS

/** Of the movement's own workouts. It follows from when sets were done and how many, never from how well. */
export function hardWeeksOf({ trained, today }: History, at: number, { dayFatigue }: Required<Traits>): HardWeeks {
  if (dayFatigue.scale === 0) return { past: [], now: 0, setsMore: 0 }
  const now = today[0]?.at ?? at
  const strains = strainsOf(dosesOf([...trained, { at: now, sets: 1 }]), dayFatigue)
  const past = strains.map((strain) => within(-dayFatigue.scale * strain, -MOST, MOST))
  const more = trained.reduce((sum, { at, sets }) => sum + sets * (Number(now - at < WEEK_MS) - Number(now - at < 4 * WEEK_MS) / 4), 0)
  return { past, now: past.at(-1)!, setsMore: Math.round(more) }
}
