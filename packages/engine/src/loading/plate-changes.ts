import type { Kilograms } from '@gymgenius/domain'
import { type Loading, platesAt, type Plated, type Way } from './loading.ts'
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
/** One plate more on or off outweighs any distance from the wanted loads. */
const ONE_CHANGE = 1e6
/** Where few pairs are owned, plates are counted one by one, and no further than this many ways. Then nearest loads must do. */
const MOST_STATES = 60_000

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
 * On sums alone first; exact when the plates of the answer are owned, and counted plate by plate otherwise.
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
  const allowed = sets.map((set) => waysWithin(ways, set))
  const hanging = now.map((plate) => on.sums.sizes.findIndex(({ kg }) => kg === plate))
  const start = hanging.includes(-1) ? [] : hanging
  const bySums = search(on, sets, allowed, start, sumStates(on))
  if (bySums !== undefined && isOwned(on, bySums)) return bySums
  return byCounts(on, sets, allowed, start) ?? { cost: Infinity, sets: sets.map((set) => standard(nearestWay(ways, set))) }
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

/** What a side can hold, as numbers: what it becomes with one more plate (−1: cannot), and which sum of masses it is. */
interface States {
  readonly withOne: (state: number, size: number) => number
  readonly sumOf: (state: number) => number
  /** How many were met so far, where they are counted. */
  readonly met: () => number
}

const sumTables = new WeakMap<Plated, States>()

/** States are sums: which plates make them is left open. */
function sumStates(on: Plated): States {
  const known = sumTables.get(on)
  if (known !== undefined) return known
  const { masses, sizes } = on.sums
  const indexOf = new Map(masses.map((mass, i) => [mass, i]))
  const next = new Int32Array(masses.length * sizes.length)
  masses.forEach((mass, i) => sizes.forEach((size, p) => (next[i * sizes.length + p] = indexOf.get(mass + size.mass) ?? -1)))
  const states = {
    withOne: (state: number, size: number) => next[state * sizes.length + size]!,
    sumOf: (state: number) => state,
    met: () => 0,
  }
  sumTables.set(on, states)
  return states
}

const countTables = new WeakMap<Plated, States>()
/** Met in earlier searches and kept for the next. */
const MOST_STATES_KEPT = 6000

/** The same, plate by plate. What earlier searches met of it is at hand, unless it leaves too little room. */
function byCounts(on: Plated, sets: readonly WantedSet[], allowed: readonly ReadonlyMap<number, Way>[], start: readonly number[]) {
  const known = countTables.get(on)
  const answer = known && search(on, sets, allowed, start, known)
  const states = answer === undefined ? countStates(on) : known!
  const found = answer ?? search(on, sets, allowed, start, states)
  if (states.met() <= MOST_STATES_KEPT) countTables.set(on, states)
  else countTables.delete(on)
  return found
}

/** States are how many of each size hang there, so that none is used that is not owned. */
function countStates(on: Plated): States {
  const { masses, sizes } = on.sums
  const sumIndex = new Map(masses.map((mass, i) => [mass, i]))
  const counts: number[][] = [sizes.map(() => 0)]
  const sums = [0]
  const numbers = new Map<string, number>([[counts[0]!.join(), 0]])
  /** By state and size; holes where nobody asked yet. */
  const next: number[] = []
  const reached = (state: number, size: number): number => {
    const one = counts[state]!
    if (one[size]! >= sizes[size]!.most) return -1
    const more = one.with(size, one[size]! + 1)
    const key = more.join()
    const at = numbers.get(key)
    if (at !== undefined) return at
    const sum = sumIndex.get(masses[sums[state]!]! + sizes[size]!.mass)
    if (sum === undefined) return -1
    numbers.set(key, counts.length)
    sums.push(sum)
    return counts.push(more) - 1
  }
  return {
    withOne: (state, size) => (next[state * sizes.length + size] ??= reached(state, size)),
    sumOf: (state) => sums[state]!,
    met: () => counts.length,
  }
}

/** What is best at an interval and a state, as one number: a plate more, by its size; a split after a set, as −2 − set; or neither. */
const NEITHER = -1

/** The recursion above, remembered. Undefined where there were too many states to look through. */
function search(
  on: Plated,
  sets: readonly WantedSet[],
  allowed: readonly ReadonlyMap<number, Way>[],
  start: readonly number[],
  { withOne, sumOf, met }: States,
): Answer | undefined {
  const last = sets.length - 1
  const sizes = on.sums.sizes.length
  const heaviest = allowed.map((ways) => Math.max(...ways.keys()))
  const isFull = () => met() > MOST_STATES
  // By interval i · sets + j: the heaviest sum that all its sets allow, and by state the least cost and what makes it.
  const mosts: number[] = []
  const costs: number[][] = []
  const choices: number[][] = []
  for (let i = 0; i <= last; i++) {
    for (let j = 0; j <= last; j++) {
      mosts.push(j <= i ? heaviest[i]! : Math.min(mosts.at(-1)!, heaviest[j]!))
      costs.push([])
      choices.push([])
    }
  }

  function best(i: number, j: number, state: number): number {
    const interval = i * sets.length + j
    const known = costs[interval]![state]
    if (known !== undefined) return known
    let cost = Infinity
    let choice = NEITHER
    const sum = sumOf(state)
    const most = mosts[interval]!
    if (sum <= most && !isFull()) {
      const way = i === j ? allowed[i]!.get(sum) : undefined
      if (way !== undefined) cost = Math.abs(way.load - sets[i]!.loadKg)
      for (let k = i; k < j; k++) {
        const both = best(i, k, state)
        if (both >= cost) continue
        const split = both + best(k + 1, j, state)
        if (split >= cost) continue
        cost = split
        choice = -2 - k
      }
      const price = ONE_CHANGE * (j < last ? 2 : 1)
      for (let p = 0; p < sizes; p++) {
        if (price >= cost) break
        const more = withOne(state, p)
        if (more < 0 || sumOf(more) > most) continue
        const added = price + best(i, j, more)
        if (added >= cost) continue
        cost = added
        choice = p
      }
    }
    costs[interval]![state] = cost
    choices[interval]![state] = choice
    return cost
  }

  const plan: number[][] = sets.map(() => [])
  function lay(i: number, j: number, state: number, plates: readonly number[]) {
    best(i, j, state)
    const choice = choices[i * sets.length + j]![state]!
    if (choice === NEITHER) {
      plan[i] = [...plates]
    } else if (choice >= 0) {
      lay(i, j, withOne(state, choice), [...plates, choice])
    } else {
      lay(i, -2 - choice, state, plates)
      lay(-1 - choice, j, state, plates)
    }
  }

  // What hangs there comes off from the outside, some of it before each set.
  const states = start.reduce<number[]>((all, size) => [...all, all.at(-1)! < 0 ? -1 : withOne(all.at(-1)!, size)], [0])
  const begun = new Map<number, { readonly cost: number; readonly until: number }>()
  const from = (kept: number, i: number) => {
    const key = kept * (sets.length + 1) + i
    const met = begun.get(key) ?? stripped(kept, i)
    begun.set(key, met)
    return met
  }
  function stripped(kept: number, i: number): { readonly cost: number; readonly until: number } {
    if (kept === 0) return { cost: best(i, last, 0), until: last }
    let chosen = { cost: Infinity, until: i - 1 }
    for (let until = i - 1; until <= last; until++) {
      const here = until < i ? 0 : states[kept]! < 0 ? Infinity : best(i, until, states[kept]!)
      const cost = here + (until < last ? ONE_CHANGE + from(kept - 1, until + 1).cost : 0)
      if (cost < chosen.cost) chosen = { cost, until }
    }
    return chosen
  }
  const { cost } = from(start.length, 0)
  if (isFull() || cost === Infinity) return undefined
  for (let kept = start.length, i = 0; i <= last; kept--) {
    const { until } = from(kept, i)
    if (until >= i) lay(i, until, states[kept]!, start.slice(0, kept))
    i = until + 1
  }
  const laid = plan.map((plates, i): LoadedSet => {
    const state = plates.reduce(withOne, 0)
    return { load: allowed[i]!.get(sumOf(state))!.load, perSide: plates.map((p) => on.sums.sizes[p]!.kg) }
  })
  return { cost, sets: laid }
}

function isOwned({ sums }: Plated, { sets }: Answer): boolean {
  return sums.sizes.every(({ kg, most }) => sets.every(({ perSide }) => perSide.filter((plate) => plate === kg).length <= most))
}

/** The ways to loads within what a set wants, by the sum on one side; the nearest where there is none. */
function waysWithin(ways: readonly Way[], set: WantedSet): ReadonlyMap<number, Way> {
  // They rise: only those from the lightest within on are looked at.
  let [from, to] = [0, ways.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (ways[middle]!.load >= set.lowKg - SLACK) to = middle
    else from = middle + 1
  }
  while (to < ways.length && ways[to]!.load <= set.highKg + SLACK) to++
  const within = ways.slice(from, to)
  return new Map((within.length > 0 ? within : [nearestWay(ways, set)]).map((way) => [way.plated!.sum, way]))
}
const SLACK = 1e-6

const nearestWay = (ways: readonly Way[], { loadKg }: WantedSet): Way =>
  ways.reduce((near, way) => (Math.abs(way.load - loadKg) < Math.abs(near.load - loadKg) ? way : near), ways[0]!)

const standard = ({ load, plated }: Way): LoadedSet => ({
  load,
  perSide: plated === undefined ? [] : platesIn(plated.on.sums, plated.on.sums.counts[plated.sum]!),
})
