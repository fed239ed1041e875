import { KG_PER_POUND, kg, limits, type Kilograms } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import type { Loadable, LoadableSteps } from './snapshot.ts'

/** The loads of a gym in their order, from index 0 to `last`. Between two of them an index is a fraction. */
export interface LoadGrid {
  readonly last: number
  readonly at: (index: number) => Kilograms
  /** Where a load lies: whole for a load that the gym has, below 0 or above `last` outside of them. */
  readonly indexOf: (load: number) => number
}

/** Far above floating error, far below the smallest plate. In steps. */
const SLACK = 1e-6

export const gridOf = (loads: Loadable): LoadGrid => ('list' in loads ? listGrid(ascending(loads.list)) : stepGrid(loads))

/** Counted in whole hundredths of the unit the gym is marked in, so that no step is lost to floating point. */
function stepGrid({ min, step, max }: LoadableSteps): LoadGrid {
  const unitKg = isWholeHundredth(min) && isWholeHundredth(step) ? 1 : isPounds(min) && isPounds(step) ? KG_PER_POUND : 1
  const limit = Math.floor((limits.loadKg / unitKg) * 100)
  const highest = max === undefined ? limit : within(Math.floor((max / unitKg) * 100 + SLACK), 0, limit)
  const lowest = within(Math.round((min / unitKg) * 100), 0, limit)
  const hundredths = within(Math.round((step / unitKg) * 100), 10, limit)
  return {
    last: Math.max(0, Math.floor((highest - lowest) / hundredths)),
    at: (index) => kg(((lowest + index * hundredths) / 100) * unitKg),
    indexOf: (load) => within(((load / unitKg) * 100 - lowest) / hundredths, -1e6, 1e6),
  }
}

function listGrid(list: readonly Kilograms[]): LoadGrid {
  const last = list.length - 1
  return {
    last,
    at: (index) => list[index] ?? kg(0),
    indexOf: (load) => {
      let [low, high] = [0, Math.max(1, last)]
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (list[middle]! <= load) low = middle
        else high = middle
      }
      const [below, above] = [list[low] ?? 0, list[high] ?? Infinity]
      if (load < below || above === Infinity) return within(load - below, -1e6, 1e6) + low
      return low + within((load - below) / (above - below), 0, 1e6)
    },
  }
}

/** As it is, where it rises and keeps within limits; otherwise what is readable of it. A gym without any load has nothing: 0 kg. */
function ascending(list: readonly Kilograms[]): readonly Kilograms[] {
  const isFine = list.length > 0 && list.every((load, i) => load >= 0 && load <= limits.loadKg && (i === 0 || load - list[i - 1]! > SLACK))
  if (isFine) return list
  const sorted = list.map((load) => kg(within(load, 0, limits.loadKg))).sort((a, b) => a - b)
  const kept = sorted.filter((load, i) => i === 0 || load - sorted[i - 1]! > SLACK)
  return kept.length === 0 ? [kg(0)] : kept
}

/** The loadable load nearest to `load`; half way between two, the lighter. */
export const nearestLoad = (grid: LoadGrid, load: number) => loadAt(grid, Math.ceil(grid.indexOf(load) - 0.5 - SLACK))

/** The heaviest loadable load that is not above `load`; the lightest there is when none is. */
export const loadBelow = (grid: LoadGrid, load: number) => loadAt(grid, Math.floor(grid.indexOf(load) + SLACK))

/** The lightest loadable load that is not below `load`; the heaviest there is when none is. */
export const loadAbove = (grid: LoadGrid, load: number) => loadAt(grid, Math.ceil(grid.indexOf(load) - SLACK))

/** The next load up (`steps` 1) or down (−1) from `load`, itself loadable or not. */
export const loadStepsAway = (grid: LoadGrid, load: number, steps: 1 | -1) => {
  const index = grid.indexOf(load)
  return loadAt(grid, steps === 1 ? Math.floor(index + SLACK) + 1 : Math.ceil(index - SLACK) - 1)
}

export const lowestLoad = (grid: LoadGrid) => grid.at(0)

/** The wider of the steps down and up from a load of the grid, kg; 0 where there is no other load. */
export const widerStep = (grid: LoadGrid, load: number) =>
  Math.max(loadStepsAway(grid, load, 1) - load, load - loadStepsAway(grid, load, -1))

const loadAt = (grid: LoadGrid, index: number): Kilograms => grid.at(within(index, 0, grid.last))

const isWholeHundredth = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
const isPounds = (value: number) => Math.abs((value / KG_PER_POUND) * 100 - Math.round((value / KG_PER_POUND) * 100)) < 0.02
