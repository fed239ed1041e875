import {
  type Equipment,
  type GymBar,
  type GymItem,
  type GymPlates,
  type GymStack,
  kg,
  type Kilograms,
  type LoadKind,
  type LoadUnit,
  type MovementId,
} from '@gymgenius/domain'
import { gridOf, type LoadGrid, loadAbove, loadBelow } from '../prescription/loadable.ts'
import type { Loadable } from '../prescription/snapshot.ts'
import { type Mass, massOf, saidLoad } from './mass.ts'
import { HEAVIEST, platesIn, type SideSums, sizesFor, sumsOf } from './plate-sums.ts'

/** What decides what a movement can be loaded with. */
export interface LoadedMovement {
  readonly id: MovementId
  readonly equipment: Equipment
  readonly loadKind: LoadKind
}

/** A bar with all that can be put on it. A T-bar has one side; of dumbbell handles this is one. */
export interface Plated {
  readonly unit: LoadUnit
  readonly bar: Kilograms
  readonly sides: 1 | 2
  readonly name: string | undefined
  readonly sums: SideSums
}

/** One load and how it is put together; `plated` where plates are. */
export interface Way {
  readonly load: Kilograms
  readonly plated?: { readonly on: Plated; readonly sum: number }
}

/** All that one gym can load on one movement, worked out once. */
export interface Loading {
  /** For the engine. */
  readonly loads: Loadable
  readonly grid: LoadGrid
  /** Everything that plates go on; empty for dumbbells and stacks. */
  readonly plated: readonly Plated[]
  /** Lightest first; empty where the gym was told in even steps without an end. */
  readonly ways: readonly Way[]
}

/** A list longer than this is thinned to the loads with the fewest plates, so that it stays small enough to be sent. */
const MOST_LOADS = 2000
/** From a belt hang no more. */
const MOST_ON_A_BELT = 6

/**
 * What these things can load on a movement; undefined where none of them is for it. Things that are away are passed over.
 * Bands give no load that anyone can read: 0 kg. Added to the body or taken off it, nothing at all is always one of the loads.
 * Exact: sums are made in whole units (`mass.ts`).
 */
export function loadingOf(items: readonly GymItem[], movement: LoadedMovement): Loading | undefined {
  const there = items.filter(({ availability }) => availability !== 'away')
  if (movement.loadKind === 'body_weight' || movement.equipment === 'band') return listed([{ load: kg(0) }], [])
  const fit = forMovement(there, movement)
  if (movement.loadKind === 'assisted') return assistance(fit) ?? inShort(there, movement)
  if (movement.loadKind === 'body_weight_plus') return inShort(there, movement) ?? added(there)
  const plates = there.filter((item) => item.kind === 'plates')
  const plated = fit.filter((item) => item.kind === 'bar').map((bar) => platedBar(bar, plates))
  const ways = [...plated.flatMap(waysOn), ...weightsIn(fit, movement.equipment), ...stackWays(fit, false)]
  return ways.length > 0 ? listed(ways, plated) : inShort(there, movement)
}

/** The way in which a load is put together; undefined where the gym cannot, or nothing is known of how. */
export function wayTo({ ways, plated }: Loading, load: number): Way | undefined {
  if (ways.length === 0) return waysOf(plated, load)
  let [low, high] = [0, ways.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ways[middle]!.load < load - SAME) low = middle + 1
    else high = middle
  }
  const way = ways[low]
  return way !== undefined && Math.abs(way.load - load) <= SAME ? way : undefined
}
/** Half a gram: a load that went through text and back is the same load. */
const SAME = 0.0005

/** The plates of one side, heaviest innermost; undefined where the load is not made of plates. */
export function platesAt(loading: Loading, load: number): readonly Kilograms[] | undefined {
  const plated = wayTo(loading, load)?.plated
  return plated && platesIn(plated.on.sums, plated.on.sums.counts[plated.sum]!)
}

/** Why a load cannot be put together, with the loads beside it; undefined when it can. */
export type NotLoadable = { readonly belowKg?: Kilograms; readonly aboveKg?: Kilograms } & (
  | { readonly code: 'too_light' | 'too_heavy' | 'between' }
  /** With more pairs of one size it could. */
  | { readonly code: 'plates_short'; readonly plateKg: Kilograms }
)

export function whyNot(loading: Loading, load: number): NotLoadable | undefined {
  const { grid } = loading
  const [below, above] = [loadBelow(grid, load), loadAbove(grid, load)]
  if (Math.abs(below - load) <= SAME || Math.abs(above - load) <= SAME || wayTo(loading, load) !== undefined) return undefined
  const short = plateShort(loading, load)
  const beside = { ...(below < load && { belowKg: below }), ...(above > load && { aboveKg: above }) }
  if (short !== undefined) return { code: 'plates_short', plateKg: short, ...beside }
  return { code: beside.belowKg === undefined ? 'too_light' : beside.aboveKg === undefined ? 'too_heavy' : 'between', ...beside }
}

/** The size that more pairs of would make the load possible, where sizes are used as they come, heaviest first. */
function plateShort({ plated }: Loading, load: number): Kilograms | undefined {
  for (const { unit, bar, sides, sums } of plated) {
    let left = (massOf(load, unit) - massOf(bar, unit)) / sides
    let short: Kilograms | undefined
    for (const { mass, most, kg } of sums.sizes) {
      const count = Math.floor(Math.max(0, left) / mass)
      if (count > most) short ??= kg
      left -= count * mass
    }
    if (left === 0 && short !== undefined) return short
  }
  return undefined
}

/** What is for this movement alone, where there is such a thing; otherwise what is for any. */
function forMovement(items: readonly GymItem[], { id, equipment }: LoadedMovement) {
  const kind = items.filter((item) => 'equipment' in item && item.equipment === equipment)
  const own = kind.filter((item) => 'movementIds' in item && item.movementIds?.includes(id))
  return own.length > 0 ? own : kind.filter((item) => !('movementIds' in item && (item.movementIds?.length ?? 0) > 0))
}

function platedBar(bar: GymBar, plates: readonly GymPlates[]): Plated {
  const together = bar.equipment === 'dumbbell' ? bar.count : 1
  const { unit, sides, name, weightKg } = bar
  const room = Math.floor((HEAVIEST - massOf(weightKg, unit)) / sides)
  return { unit, bar: weightKg, sides, name, sums: sumsOf(sizesFor(plates, sides, together), room) }
}

const waysOn = (on: Plated): Way[] => on.sums.masses.map((side, sum) => ({ load: loadOn(on, side), plated: { on, sum } }))

const loadOn = ({ bar, unit, sides }: Plated, side: Mass) => saidLoad(massOf(bar, unit) + sides * side, unit)

const weightsIn = (items: readonly GymItem[], equipment: Equipment): Way[] => {
  const weights = items.flatMap((item) => (item.kind === 'weights' && item.equipment === equipment ? item.weightsKg : []))
  return weights.map((load) => ({ load }))
}

function stackWays(items: readonly GymItem[], isAssistance: boolean): Way[] {
  return items.flatMap((item) => (item.kind === 'stack' && item.isAssistance === isAssistance ? pinsOf(item) : []))
}

/** Every pin, alone and with each sum of the small weights beside it. */
function pinsOf({ pinsKg, microKg, unit }: GymStack): Way[] {
  let micro: Mass[] = [0]
  for (const one of microKg) micro = [...new Set([...micro, ...micro.map((sum) => sum + massOf(one, unit))])]
  return pinsKg.flatMap((pin) => micro.map((small) => ({ load: saidLoad(massOf(pin, unit) + small, unit) })))
}

function assistance(items: readonly GymItem[]): Loading | undefined {
  const ways = stackWays(items, true)
  return ways.length === 0 ? undefined : listed([{ load: kg(0) }, ...ways], [])
}

/** Hung from a belt: any plates, one by one; without a belt, one thing held. */
function added(there: readonly GymItem[]): Loading {
  const plates = there.filter((item) => item.kind === 'plates')
  const held = there.flatMap((item) => (item.kind === 'weights' ? item.weightsKg : item.kind === 'plates' ? [item.weightKg] : []))
  const ways: Way[] = [{ load: kg(0) }, ...held.map((load) => ({ load }))]
  if (!there.some((item) => item.kind === 'fixture' && item.fixture === 'dip_belt')) return listed(ways, [])
  const unit = plates[0]?.unit ?? 'kg'
  const sizes = sizesFor(plates, 1, 1).map((size) => ({ ...size, most: Math.min(size.most, MOST_ON_A_BELT) }))
  const belt: Plated = { unit, bar: kg(0), sides: 1, name: undefined, sums: sumsOf(sizes, HEAVIEST) }
  const hung = waysOn(belt).filter(({ plated }) => platesOf(belt.sums.counts[plated!.sum]!) <= MOST_ON_A_BELT)
  return listed([...hung, ...ways], [belt])
}

/** Loads told in even steps; plates are found for a load when it is asked for. */
function inShort(items: readonly GymItem[], { equipment, loadKind }: LoadedMovement): Loading | undefined {
  const steps = items.find((item) => item.kind === 'steps' && item.equipment === equipment)
  if (steps?.kind !== 'steps') return undefined
  const isAdded = loadKind === 'body_weight_plus' || loadKind === 'assisted'
  const loads = { min: isAdded ? kg(0) : steps.minKg, step: steps.stepKg }
  const { platesKg, unit } = steps
  if (isAdded || platesKg === undefined || platesKg.length === 0) return { loads, grid: gridOf(loads), plated: [], ways: [] }
  const plates = platesKg.map((weightKg): GymPlates => ({ id: '', kind: 'plates', availability: 'there', unit, weightKg }))
  const bar: GymBar = { id: '', kind: 'bar', availability: 'there', equipment: 'barbell', unit, weightKg: steps.minKg, sides: 2, count: 1 }
  return { loads, grid: gridOf(loads), plated: [platedBar(bar, plates)], ways: [] }
}

function waysOf(plated: readonly Plated[], load: number): Way | undefined {
  for (const on of plated) {
    const side = (massOf(load, on.unit) - massOf(on.bar, on.unit)) / on.sides
    const sum = on.sums.masses.indexOf(side)
    if (sum >= 0) return { load: kg(load), plated: { on, sum } }
  }
  return undefined
}

/** Sorted; of two ways to one load the one with fewer plates. */
function listed(all: readonly Way[], plated: readonly Plated[]): Loading {
  const best = new Map<number, Way>()
  for (const way of all) {
    const key = Math.round(way.load * 1000)
    const known = best.get(key)
    if (known === undefined || platesOnWay(way) < platesOnWay(known)) best.set(key, way)
  }
  const few =
    best.size <= MOST_LOADS ? [...best.values()] : [...best.values()].sort((a, b) => platesOnWay(a) - platesOnWay(b)).slice(0, MOST_LOADS)
  const ways = few.sort((a, b) => a.load - b.load)
  const loads = compact(ways.map(({ load }) => load))
  return { loads, grid: gridOf(loads), plated, ways }
}

/** Even steps where they say the same to the last bit, else the list. */
function compact(list: readonly Kilograms[]): Loadable {
  const [min, second, max] = [list[0]!, list[1], list.at(-1)!]
  if (second === undefined || list.length < 4) return { list }
  const even = { min, step: kg(second - min), max }
  const grid = gridOf(even)
  return grid.last === list.length - 1 && list.every((load, i) => grid.at(i) === load) ? even : { list }
}

const platesOf = (counts: Uint8Array) => counts.reduce((sum, count) => sum + count, 0)
const platesOnWay = ({ plated }: Way) => (plated === undefined ? 0 : platesOf(plated.on.sums.counts[plated.sum]!))
