import { hundredths } from '../numerics/bounds.ts'
import { heaviestOf, LARGEST_RISE } from './guardrails.ts'
import type { PastWorkout } from './history.ts'
import { loadOf, type Plan } from './plan.ts'
import type { Resistance } from './resistance.ts'
import type { Reason } from './snapshot.ts'
import { isUnsaid } from './unsaid.ts'

/** Two loads are one: larger than any rounding, smaller than any plate, kg. */
const SAME = 0.01
/** Less is not worth telling, kg. */
const TOLD = 0.05

/**
 * Why a load stays where it was though more was believed: the next one up is further away than a first set may rise. The true distance is
 * told, whatever the steps below are.
 */
export function wideStep(plan: Plan, last: PastWorkout, resistance: Resistance): Reason[] {
  const load = loadOf(plan, resistance)
  const total = resistance.total(load)
  const next = resistance.oneStepHarder(total)
  const percent = hundredths((resistance.total(next) / total - 1) * 100)
  const isLower = plan.total - total >= TOLD && Math.abs(total - heaviestOf(last)) < SAME
  return isLower && percent > LARGEST_RISE * 100
    ? [{ code: 'wide_step', loadKg: load, nextKg: next, stepKg: hundredths(Math.abs(next - load)), percent }]
    : []
}

/** That nothing was said of the reserve last time, so it had to be read from what was asked. */
export const unsaidReserve = ({ sets }: PastWorkout): Reason[] =>
  sets.every(isUnsaid) ? [{ code: 'reserve_unsaid', sets: sets.length }] : []
