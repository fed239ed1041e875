import type { LoadSteps, Movement } from '@gymgenius/contracts'
import type { Kilograms } from '@gymgenius/domain'
import { gridOf, loadAbove, loadBelow, platesFor, type Loadable } from '@gymgenius/engine'

/** Larger than any rounding, smaller than any plate. */
export const NUDGE_KG = 0.01

/**
 * The loads of this gym on both sides of one that it cannot load, the lighter first; undefined when it can. Below the
 * lightest and above the heaviest there is only one.
 */
export function nearestLoads(
  load: Kilograms,
  loads: Loadable,
  plates: Pick<LoadSteps, 'minKg' | 'platesKg'> | undefined,
): readonly Kilograms[] | undefined {
  const grid = gridOf(loads)
  const [below, above] = [loadBelow(grid, load), loadAbove(grid, load)]
  const isStep = Math.abs(below - load) < NUDGE_KG || Math.abs(above - load) < NUDGE_KG
  const fits = plates?.platesKg === undefined || plates.platesKg.length === 0 ? isStep : canBePlated(load, plates.minKg, plates.platesKg)
  if (fits) return undefined
  return [...new Set([below, above])].filter((near) => Math.abs(near - load) >= NUDGE_KG)
}

const canBePlated = (load: Kilograms, bar: Kilograms, plates: readonly Kilograms[]) =>
  load >= bar && platesFor(load, bar, plates).missing === 0

/** What the gym says of the thing that carries the load. */
export const stepsOf = ({ equipment }: Movement, loadSteps: readonly LoadSteps[]) =>
  loadSteps.find((steps) => steps.equipment === equipment)
