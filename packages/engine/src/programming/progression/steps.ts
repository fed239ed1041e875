import { shareFor } from '../../prescription/aim.ts'
import { USUAL_TRAITS } from '../../capacity/traits.ts'
import { LARGEST_RISE } from '../../prescription/guardrails.ts'
import { gridOf, loadAbove, loadBelow, loadStepsAway, lowestLoad, nearestLoad } from '../../prescription/loadable.ts'
import type { Loadable } from '../../prescription/snapshot.ts'
import type { DoneSet, PlannedSets } from './plan.ts'
import { kg } from '@gymgenius/domain'

const PLAIN_LOADS: Loadable = { min: kg(0), step: kg(2.5) }
const gridFor = (loads: Loadable | undefined) => gridOf(loads ?? PLAIN_LOADS)

/** A rise, and whether the 7.5 % rule had a say in it. */
export interface Rise {
  readonly toKg: number
  /** `hard_cap`: held to 7.5 % · `step_over_cap`: one step is more than that, and was earned. */
  readonly flag?: 'hard_cap' | 'step_over_cap'
}

/**
 * A load that was earned by doing what was planned, one rise heavier: `addKg`, or one step; at most 7.5 % (requirement G8), unless the
 * smallest step the gym has is more than that. Where nothing heavier is there it stays.
 */
export function risen(fromKg: number, addKg: number | undefined, loads: Loadable | undefined): Rise {
  const grid = gridFor(loads)
  const oneStep = loadStepsAway(grid, fromKg, 1)
  const wanted = addKg === undefined ? oneStep : Math.max(oneStep, nearestLoad(grid, fromKg + addKg))
  const most = fromKg * (1 + LARGEST_RISE)
  if (wanted <= most || wanted <= fromKg) return { toKg: Math.max(wanted, fromKg) }
  const held = loadBelow(grid, most)
  return held > fromKg ? { toKg: held, flag: 'hard_cap' } : { toKg: oneStep, flag: 'step_over_cap' }
}

/** Lighter by `percent`, as near as the gym has it, and lighter in any case where anything is. */
export function lowered(fromKg: number, percent: number, loads: Loadable | undefined): number {
  const grid = gridFor(loads)
  return Math.max(lowestLoad(grid), Math.min(nearestLoad(grid, fromKg * (1 - percent / 100)), loadStepsAway(grid, fromKg, -1)))
}

export const nearest = (loadKg: number, loads: Loadable | undefined): number => nearestLoad(gridFor(loads), loadKg)
/** The heaviest load there is that is not above this one. */
export const atMost = (loadKg: number, loads: Loadable | undefined): number => loadBelow(gridFor(loads), loadKg)
/** The lightest load there is that is not below this one. */
export const atLeast = (loadKg: number, loads: Loadable | undefined): number => loadAbove(gridFor(loads), loadKg)

/** The share of the maximum that brings a lifter to the middle of the planned range with its reserve. */
export const plannedShare = ({ reps, repHigh, rir }: Pick<PlannedSets, 'reps' | 'repHigh' | 'rir'>) =>
  shareFor((reps + repHigh) / 2, rir, USUAL_TRAITS)

/** The most that these sets show could be lifted once, kg; undefined where none says a load. */
export function maximumShown(done: readonly DoneSet[]): number | undefined {
  const shown = done.flatMap(({ loadKg, reps, rir }) =>
    loadKg === undefined || loadKg <= 0 || reps < 1 ? [] : [loadKg / shareFor(reps, rir ?? 0, USUAL_TRAITS)],
  )
  return shown.length === 0 ? undefined : Math.max(...shown)
}
