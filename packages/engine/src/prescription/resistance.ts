import { kg, type Kilograms, type LoadKind } from '@gymgenius/domain'
import { bodyOf, leastLeftOf, workedAgainst } from '../capacity/worked-against.ts'
import { gridOf, loadAbove, loadBelow, loadStepsAway, lowestLoad, nearestLoad, widerStep } from './loadable.ts'
import type { TrainingSnapshot } from './snapshot.ts'

/**
 * What the muscles work against, in kilograms, for a load as it is logged; and which of these a gym can set up.
 * External loads and stacks are themselves; added load sits on top of the body; help is taken off it.
 */
export interface Resistance {
  readonly total: (load: number) => number
  /** The same of a set done at another body mass, kg; undefined where that is today's. */
  readonly totalThen: (load: number, bodyMass: number | undefined) => number
  /** Not rounded; may lie below the lightest that can be loaded. */
  readonly load: (total: number) => number
  /** The loadable load at, at most, or at least this total, and one step harder than it. */
  readonly nearest: (total: number) => Kilograms
  readonly atMost: (total: number) => Kilograms
  readonly atLeast: (total: number) => Kilograms
  readonly oneStepHarder: (total: number) => Kilograms
  readonly easiest: Kilograms
  /** The most that this gym has; undefined where no end was said, or more is less help. */
  readonly heaviest: Kilograms | undefined
  /** The step from a loadable load to the one beside it, the wider of two, kg. */
  readonly stepAround: (load: Kilograms) => number
  /** What of the total is the body, and whether the load is taken off it; nothing where the body does not count, or is all there is. */
  readonly ofBody: { readonly bodyKg?: number; readonly isHelp?: true }
  /** True where the body counts and its mass was not known. */
  readonly isBodyMassAssumed: boolean
}

const none = () => kg(0)

export function resistanceOf({ movement, athlete, loads }: TrainingSnapshot): Resistance {
  const grid = gridOf(loads)
  const stepAround = (load: Kilograms) => ('list' in loads ? widerStep(grid, load) : loads.step)
  const body = bodyOf(athlete.bodyMass)
  const total = (load: number) => workedAgainst(movement.loadKind, load, athlete.bodyMass)
  const totalThen = (load: number, bodyMass: number | undefined) => workedAgainst(movement.loadKind, load, bodyMass ?? athlete.bodyMass)
  const isBodyMassAssumed = athlete.bodyMass === null && countsTheBody(movement.loadKind)
  if (movement.loadKind === 'body_weight') {
    return {
      total,
      totalThen,
      load: none,
      nearest: none,
      atMost: none,
      atLeast: none,
      oneStepHarder: none,
      easiest: kg(0),
      heaviest: undefined,
      stepAround,
      ofBody: {},
      isBodyMassAssumed: false,
    }
  }
  if (movement.loadKind === 'assisted') {
    const help = (total: number) => body - total
    const most = loadBelow(grid, body - leastLeftOf(body))
    const noMore = (load: Kilograms) => (load > most ? most : load)
    return {
      total,
      totalThen,
      load: help,
      nearest: (total) => noMore(nearestLoad(grid, help(total))),
      atMost: (total) => noMore(loadAbove(grid, help(total))),
      atLeast: (total) => noMore(loadBelow(grid, help(total))),
      oneStepHarder: (total) => noMore(loadStepsAway(grid, help(total), -1)),
      easiest: most,
      heaviest: undefined,
      stepAround,
      ofBody: { bodyKg: body, isHelp: true },
      isBodyMassAssumed,
    }
  }
  const carried = movement.loadKind === 'body_weight_plus' ? body : 0
  return {
    total,
    totalThen,
    load: (total) => total - carried,
    nearest: (total) => nearestLoad(grid, total - carried),
    atMost: (total) => loadBelow(grid, total - carried),
    atLeast: (total) => loadAbove(grid, total - carried),
    oneStepHarder: (total) => loadStepsAway(grid, total - carried, 1),
    easiest: lowestLoad(grid),
    heaviest: 'list' in loads || loads.max !== undefined ? grid.at(grid.last) : undefined,
    stepAround,
    ofBody: carried > 0 ? { bodyKg: body } : {},
    isBodyMassAssumed,
  }
}

const countsTheBody = (kind: LoadKind) => kind === 'body_weight_plus' || kind === 'assisted'
