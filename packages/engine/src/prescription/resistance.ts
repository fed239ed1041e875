import { kg, type Kilograms, type LoadKind } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import { gridOf, loadAbove, loadBelow, loadStepsAway, lowestLoad, nearestLoad } from './loadable.ts'
import type { TrainingSnapshot } from './snapshot.ts'

/**
 * What the muscles work against, in kilograms, for a load as it is logged; and which of these a gym can set up.
 * External loads and stacks are themselves; added load sits on top of the body; help is taken off it.
 */
export interface Resistance {
  readonly total: (load: number) => number
  /** Not rounded; may lie below the lightest that can be loaded. */
  readonly load: (total: number) => number
  /** The loadable load at, at most, or at least this total, and one step harder than it. */
  readonly nearest: (total: number) => Kilograms
  readonly atMost: (total: number) => Kilograms
  readonly atLeast: (total: number) => Kilograms
  readonly oneStepHarder: (total: number) => Kilograms
  readonly easiest: Kilograms
  /** True where the body counts and its mass was not known. */
  readonly isBodyMassAssumed: boolean
}

/** Stands in for an unknown body mass. Readings and advice use the same one, so most of its error cancels. Judgement. */
export const ASSUMED_BODY_MASS = kg(75)

const none = () => kg(0)

export function resistanceOf({ movement, athlete, loads }: TrainingSnapshot): Resistance {
  const grid = gridOf(loads)
  const body = within(athlete.bodyMass ?? ASSUMED_BODY_MASS, 20, 500)
  const isBodyMassAssumed = athlete.bodyMass === null && countsTheBody(movement.loadKind)
  if (movement.loadKind === 'body_weight') {
    return {
      total: () => body,
      load: none,
      nearest: none,
      atMost: none,
      atLeast: none,
      oneStepHarder: none,
      easiest: kg(0),
      isBodyMassAssumed: false,
    }
  }
  if (movement.loadKind === 'assisted') {
    const help = (total: number) => body - total
    const leastLeft = body / 10 // help of more than nine tenths of the body is read as nine tenths
    const most = loadBelow(grid, body - leastLeft)
    const noMore = (load: Kilograms) => (load > most ? most : load)
    return {
      total: (load) => Math.max(leastLeft, body - load),
      load: help,
      nearest: (total) => noMore(nearestLoad(grid, help(total))),
      atMost: (total) => noMore(loadAbove(grid, help(total))),
      atLeast: (total) => noMore(loadBelow(grid, help(total))),
      oneStepHarder: (total) => noMore(loadStepsAway(grid, help(total), -1)),
      easiest: most,
      isBodyMassAssumed,
    }
  }
  const carried = movement.loadKind === 'body_weight_plus' ? body : 0
  return {
    total: (load) => carried + load,
    load: (total) => total - carried,
    nearest: (total) => nearestLoad(grid, total - carried),
    atMost: (total) => loadBelow(grid, total - carried),
    atLeast: (total) => loadAbove(grid, total - carried),
    oneStepHarder: (total) => loadStepsAway(grid, total - carried, 1),
    easiest: lowestLoad(grid),
    isBodyMassAssumed,
  }
}

const countsTheBody = (kind: LoadKind) => kind === 'body_weight_plus' || kind === 'assisted'
