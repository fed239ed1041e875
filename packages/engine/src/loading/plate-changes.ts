import type { Kilograms } from '@gymgenius/domain'
import { type Loading, platesAt, type Plated, type Way } from './loading.ts'
import { type Bases, basesOf, NEITHER, ONE_CHANGE, search, type Search, type Stop } from './plate-search.ts'
import { platesIn } from './plate-sums.ts'

/** A coming set: what it should be loaded with, and what would do as well. */
export interface WantedSet {
  readonly loadKg: number
  readonly lowKg: number
  readonly highKg: number
}

/** A load within what was wanted and the plates of one side, innermost first. */
export interface LoadedSet {
  readonly load: Kilograms
  readonly perSide: readonly Kilograms[]
}

/** No lifter loads further ahead, and the work grows with the cube of it. */
const MOST_SETS = 10

/**
 * Loads and plates for the coming sets with the fewest plates put on or taken off, where only the outermost plate of a side can
 * come off; among these the loads nearest to what was wanted. `now` is what hangs there already, innermost first. Plates may stay
 * on after the last set. Where no load lies within what a set wants, it gets the nearest there is.
 *
 * How: a plate stays on from one set to another, and these spans nest, because the inner outlives the outer. So the best for sets
 * i…j over a base that stays on is either one more plate for all of them, or the best for i…k and for k+1…j:
 *
 *     f(i, j, base) = min( min_p 1 + [j is not the last] + f(i, j, base + p),  min_k f(i, k, base) + f(k+1, j, base) )
 *
 * On sums alone first; exact when the plates of the answer are owned. Otherwise again, counting the sizes that it took too many of.
 */
export function fewestChanges(loading: Loading, wanted: readonly WantedSet[], now: readonly Kilograms[] = []): LoadedSet[] {
  const sets = wanted.slice(0, MOST_SETS)
  if (sets.length === 0) return []
  const answers = loading.plated.map((on) =>
    now.length > 0 && loading.plated.length > 1 && !hangsOn(on, now) ? undefined : onOneBar(loading, on, sets, now),
  )
  const best = answers.filter((answer) => answer !== undefined).sort((a, b) => a.cost - b.cost)[0]
  return best?.sets ?? sets.map((set) => standard(nearestWay(loading.ways, set)))
}

/** Sets before one that still say something of what hangs there. */
const SETS_BEHIND = 3

/**
 * The plates of one side for the set at `index` of these loads, innermost first: those that move the fewest plates over the few sets
 * before it and those to come. Undefined where its load is not made of plates.
 */
export function platesAmong(loading: Loading, loads: readonly number[], index: number): readonly Kilograms[] | undefined {
  const load = loads[index]
  const usual = load === undefined ? undefined : platesAt(loading, load)
  if (load === undefined || usual === undefined || loading.ways.length === 0) return usual
  const from = Math.max(0, index - SETS_BEHIND)
  const sets = fewestChanges(
    loading,
    loads.slice(from, from + MOST_SETS).map((loadKg) => ({ loadKg, lowKg: loadKg, highKg: loadKg })),
  )
  const chosen = sets[index - from]
  return chosen !== undefined && Math.abs(chosen.load - load) < 0.001 ? chosen.perSide : usual
}

interface Answer {
  readonly cost: number
  readonly sets: LoadedSet[]
}

const hangsOn = ({ sums }: Plated, now: readonly Kilograms[]) => now.every((plate) => sums.sizes.some(({ kg }) => kg === plate))

function onOneBar(loading: Loading, on: Plated, sets: readonly WantedSet[], now: readonly Kilograms[]): Answer | undefined {
  const ways = waysOnBar(loading, on)
  if (ways.length === 0) return undefined
  const runs = runsOf(sets)
  const stops = runs.map(({ set, times }) => stopAt(ways, set, times))
  const hanging = now.map((plate) => on.sums.sizes.findIndex(({ kg }) => kg === plate))
  const start = hanging.includes(-1) ? [] : hanging
  const plan = ownedPlan(on, stops, start)
  if (plan === undefined) return { cost: Infinity, sets: sets.map((set) => standard(nearestWay(ways, set))) }
  const loaded = plan.stops.map(({ plates, sum }, i): LoadedSet => {
    return { load: stops[i]!.ways.get(sum)!.way.load, perSide: plates.map((size) => on.sums.sizes[size]!.kg) }
  })
  return { cost: plan.cost, sets: runs.flatMap(({ times }, i) => Array.from({ length: times }, () => loaded[i]!)) }
}

/** Only sizes of which an answer took more than are there are counted, and it is looked for again. */
function ownedPlan(on: Plated, stops: readonly Stop[], start: readonly number[]): Plan | undefined {
  const scarce = new Set<number>()
  for (;;) {
    const bases = basesKept(on, scarce)
    const plan = bases && planned(search(bases, stops), stops, start)
    const missing = plan === undefined ? [] : notOwned(on, plan)
    if (missing.length === 0) return plan
    for (const size of missing) scarce.add(size)
  }
}

const keptBases = new WeakMap<Plated, Map<string, Bases | undefined>>()

function basesKept(on: Plated, scarce: ReadonlySet<number>): Bases | undefined {
  const kept = keptBases.get(on) ?? new Map<string, Bases | undefined>()
  keptBases.set(on, kept)
  const key = [...scarce].sort().join()
  if (!kept.has(key)) kept.set(key, basesOf(on, scarce))
  return kept.get(key)
}

/** Sets that want the same one after another are best loaded the same. */
function runsOf(sets: readonly WantedSet[]) {
  const runs: { readonly set: WantedSet; times: number }[] = []
  for (const set of sets) {
    const run = runs.at(-1)
    if (run?.set.loadKg === set.loadKg && run.set.lowKg === set.lowKg && run.set.highKg === set.highKg) run.times++
    else runs.push({ set, times: 1 })
  }
  return runs
}

const barWays = new WeakMap<Loading, Map<Plated, readonly Way[]>>()

/** The lightest first, as in the loading. */
function waysOnBar(loading: Loading, on: Plated): readonly Way[] {
  const known = barWays.get(loading) ?? new Map<Plated, readonly Way[]>()
  barWays.set(loading, known)
  const ways = known.get(on) ?? loading.ways.filter(({ plated }) => plated?.on === on)
  known.set(on, ways)
  return ways
}

interface Plan {
  readonly cost: number
  /** The plates of each, innermost first, as places among the sizes, and their sum. */
  readonly stops: readonly { readonly plates: readonly number[]; readonly sum: number }[]
}

/** What hangs there comes off from the outside, some of it before each stop; what goes on above it, the search says. */
function planned({ withOne, sumOf, least, choice }: Search, stops: readonly Stop[], start: readonly number[]): Plan | undefined {
  const last = stops.length - 1
  const kept = start.reduce<number[]>((all, size) => [...all, all.at(-1)! < 0 ? -1 : withOne(all.at(-1)!, size)], [0])
  const known = new Map<number, { readonly cost: number; readonly until: number }>()
  const from = (hanging: number, i: number) => {
    const key = hanging * (stops.length + 1) + i
    const met = known.get(key) ?? stripped(hanging, i)
    known.set(key, met)
    return met
  }
  function stripped(hanging: number, i: number): { readonly cost: number; readonly until: number } {
    if (hanging === 0) return { cost: least(i, last, 0), until: last }
    let chosen = { cost: Infinity, until: i - 1 }
    for (let until = i - 1; until <= last; until++) {
      const here = until < i ? 0 : kept[hanging]! < 0 ? Infinity : least(i, until, kept[hanging]!)
      const cost = here + (until < last ? ONE_CHANGE + from(hanging - 1, until + 1).cost : 0)
      if (cost < chosen.cost) chosen = { cost, until }
    }
    return chosen
  }
  const { cost } = from(start.length, 0)
  if (cost === Infinity) return undefined

  const laid: Plan['stops'][number][] = []
  function lay(i: number, j: number, base: number, plates: readonly number[]) {
    const how = choice(i, j, base)
    if (how === NEITHER) {
      laid.push({ plates, sum: sumOf(base) })
    } else if (how >= 0) {
      lay(i, j, withOne(base, how), [...plates, how])
    } else {
      lay(i, -2 - how, base, plates)
      lay(-1 - how, j, base, plates)
    }
  }
  for (let hanging = start.length, i = 0; i <= last; hanging--) {
    const { until } = from(hanging, i)
    if (until >= i) lay(i, until, kept[hanging]!, start.slice(0, hanging))
    i = until + 1
  }
  return { cost, stops: laid }
}

/** The sizes of which a plan uses more than are there. */
function notOwned({ sums }: Plated, plan: Plan): number[] {
  const isMissing = (size: number) => plan.stops.some(({ plates }) => plates.filter((one) => one === size).length > sums.sizes[size]!.most)
  return sums.sizes.flatMap((_, size) => (isMissing(size) ? [size] : []))
}

/** The ways to loads within what a set wants, the nearest where there is none; off the wanted load costs a little, in milligrams. */
function stopAt(ways: readonly Way[], set: WantedSet, times: number): Stop {
  // They rise: only those from the lightest within on are looked at.
  let [from, to] = [0, ways.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (ways[middle]!.load >= set.lowKg - SLACK) to = middle
    else from = middle + 1
  }
  while (to < ways.length && ways[to]!.load <= set.highKg + SLACK) to++
  const within = to > from ? ways.slice(from, to) : [nearestWay(ways, set)]
  const costed = within.map((way) => [way.plated!.sum, { way, cost: times * Math.round(Math.abs(way.load - set.loadKg) * 1e6) }] as const)
  return { ways: new Map(costed), heaviest: Math.max(...within.map((way) => way.plated!.sum)) }
}
const SLACK = 1e-6

const nearestWay = (ways: readonly Way[], { loadKg }: WantedSet): Way =>
  ways.reduce((near, way) => (Math.abs(way.load - loadKg) < Math.abs(near.load - loadKg) ? way : near), ways[0]!)

const standard = ({ load, plated }: Way): LoadedSet => ({
  load,
  perSide: plated === undefined ? [] : platesIn(plated.on.sums, plated.on.sums.counts[plated.sum]!),
})
