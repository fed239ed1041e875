import { KG_PER_POUND, kg, limits, type Kilograms } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import type { LoadableSteps } from './snapshot.ts'

/** Loads counted in whole hundredths of the unit the gym is marked in, so that no step is lost to floating point. */
export interface LoadGrid {
  readonly lowest: number
  readonly step: number
  /** Kilograms of one unit: 1 or a pound. */
  readonly unitKg: number
  readonly highestIndex: number
}

/** Far above floating error, far below the smallest plate. In steps. */
const SLACK = 1e-6

export function gridOf({ min, step }: LoadableSteps): LoadGrid {
  const unitKg = isWholeHundredth(min) && isWholeHundredth(step) ? 1 : isPounds(min) && isPounds(step) ? KG_PER_POUND : 1
  const highest = Math.floor((limits.loadKg / unitKg) * 100)
  const lowest = within(Math.round((min / unitKg) * 100), 0, highest)
  const hundredthsOfStep = within(Math.round((step / unitKg) * 100), 10, highest)
  return { lowest, step: hundredthsOfStep, unitKg, highestIndex: Math.floor((highest - lowest) / hundredthsOfStep) }
}

/** The loadable load nearest to `load`; half way between two, the lighter. */
export const nearestLoad = (grid: LoadGrid, load: number) => loadAt(grid, Math.ceil(indexOf(grid, load) - 0.5 - SLACK))

/** The heaviest loadable load that is not above `load`; the lightest there is when none is. */
export const loadBelow = (grid: LoadGrid, load: number) => loadAt(grid, Math.floor(indexOf(grid, load) + SLACK))

/** The lightest loadable load that is not below `load`. */
export const loadAbove = (grid: LoadGrid, load: number) => loadAt(grid, Math.ceil(indexOf(grid, load) - SLACK))

/** The next load up (`steps` 1) or down (−1) from `load`, itself loadable or not. */
export const loadStepsAway = (grid: LoadGrid, load: number, steps: 1 | -1) => {
  const index = indexOf(grid, load)
  return loadAt(grid, steps === 1 ? Math.floor(index + SLACK) + 1 : Math.ceil(index - SLACK) - 1)
}

export const lowestLoad = (grid: LoadGrid) => loadAt(grid, 0)

const indexOf = (grid: LoadGrid, load: number) => within(((load / grid.unitKg) * 100 - grid.lowest) / grid.step, -1e6, 1e6)

function loadAt(grid: LoadGrid, index: number): Kilograms {
  const inside = within(index, 0, grid.highestIndex)
  return kg(((grid.lowest + inside * grid.step) / 100) * grid.unitKg)
}

const isWholeHundredth = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
const isPounds = (value: number) => Math.abs((value / KG_PER_POUND) * 100 - Math.round((value / KG_PER_POUND) * 100)) < 0.02
