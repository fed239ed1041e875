import type { Plated, Way } from './loading.ts'

/** What a set may be loaded with, by the sum on one side; off the wanted load costs a little, far below ONE_CHANGE. */
export interface Stop {
  readonly ways: ReadonlyMap<number, { readonly way: Way; readonly cost: number }>
  readonly heaviest: number
}

/** One plate more on or off outweighs any distance from the wanted loads. Costs are whole numbers. */
export const ONE_CHANGE = 1e11

/**
 * What can hang on a side, as numbers that rise with the sum: sums, whichever plates make them, and beside each the plates of every
 * scarce size, so that no more of these are used than are owned. 0 is nothing.
 */
export interface Bases {
  readonly sizes: number
  /** By base and size: the base with that plate more, or −1. */
  readonly next: Int32Array
  readonly sums: Int32Array
  /** By sum: the first base that is not lighter; one more than there are sums. */
  readonly firsts: Int32Array
}

/** What is best for sets i…j over a base that stays on: a plate more, by its size; a split after a set, as −2 − set; or neither. */
export const NEITHER = -1

/** The least cost of sets i…j over a base, and what makes it. */
export interface Search {
  readonly withOne: (base: number, size: number) => number
  readonly sumOf: (base: number) => number
  readonly least: (i: number, j: number, base: number) => number
  readonly choice: (i: number, j: number, base: number) => number
}

/** Lent to one search after another: nothing that a search finds outlives the next one. */
let costs = new Float64Array(0)

/** The recursion of `fewestChanges`, from the shortest intervals and the heaviest bases on. The answer holds until the next search. */
export function search({ sizes, next, sums, firsts }: Bases, stops: readonly Stop[]): Search {
  const last = stops.length - 1
  const widths = widthsOf(firsts, stops)
  const most = Math.max(...widths)
  if (costs.length < widths.length * most) costs = new Float64Array(widths.length * most)
  const at = (i: number, j: number) => i * stops.length + j
  for (let i = last; i >= 0; i--) {
    for (let j = i; j <= last; j++) {
      const [row, width] = [at(i, j) * most, widths[at(i, j)]!]
      costs.fill(Infinity, row, row + width)
      if (i === j) for (const [sum, { cost }] of stops[i]!.ways) costs.fill(cost, row + firsts[sum]!, row + firsts[sum + 1]!)
      for (let k = i; k < j; k++) addSplit(row, at(i, k) * most, at(k + 1, j) * most, width)
      addPlates(row, width, next, sizes, priceOf(j, last))
    }
  }
  const withOne = (base: number, size: number) => next[base * sizes + size]!
  const least = (i: number, j: number, base: number) => (base < widths[at(i, j)]! ? costs[at(i, j) * most + base]! : Infinity)
  const choice = (i: number, j: number, base: number) => {
    const cost = least(i, j, base)
    if (i === j && stops[i]!.ways.get(sums[base]!)?.cost === cost) return NEITHER
    for (let k = i; k < j; k++) if (least(i, k, base) + least(k + 1, j, base) === cost) return -2 - k
    let size = 0
    while (withOne(base, size) < 0 || priceOf(j, last) + least(i, j, withOne(base, size)) !== cost) size++
    return size
  }
  return { withOne, sumOf: (base) => sums[base]!, least, choice }
}

function addSplit(row: number, first: number, second: number, width: number): void {
  for (let base = 0; base < width; base++) {
    const both = costs[first + base]! + costs[second + base]!
    if (both < costs[row + base]!) costs[row + base] = both
  }
}

function addPlates(row: number, width: number, next: Int32Array, sizes: number, price: number): void {
  for (let base = width - 1; base >= 0; base--) {
    let cost = costs[row + base]!
    for (let at = base * sizes; at < (base + 1) * sizes; at++) {
      const more = next[at]!
      if (more < 0 || more >= width) continue
      const added = price + costs[row + more]!
      if (added < cost) cost = added
    }
    costs[row + base] = cost
  }
}

/** A plate that stays on to the end need not come off. */
const priceOf = (j: number, last: number) => (j < last ? 2 * ONE_CHANGE : ONE_CHANGE)

/** By interval i · sets + j: how many bases are no heavier than all its sets allow. */
function widthsOf(firsts: Int32Array, stops: readonly Stop[]): number[] {
  const widths: number[] = []
  for (let i = 0; i < stops.length; i++) {
    for (let j = 0; j < stops.length; j++) {
      const own = firsts[stops[j <= i ? i : j]!.heaviest + 1]!
      widths.push(j <= i ? own : Math.min(widths.at(-1)!, own))
    }
  }
  return widths
}

/** More are not looked through. */
const MOST_BASES = 30_000

/** All bases of one bar; undefined where there are too many. */
export function basesOf({ sums: { masses, sizes } }: Plated, scarce: ReadonlySet<number>): Bases | undefined {
  const sumIndex = new Map(masses.map((mass, i) => [mass, i]))
  // A code is the sum, and above it in mixed radix the plates of each scarce size.
  const strides: number[] = []
  let stride = masses.length
  sizes.forEach(({ most }, size) => {
    strides.push(scarce.has(size) ? stride : 0)
    if (scarce.has(size)) stride *= most + 1
  })
  const withOne = (code: number, size: number) => {
    const { mass, most } = sizes[size]!
    const sum = code % masses.length
    const more = sumIndex.get(masses[sum]! + mass)
    const isOneLeft = strides[size] === 0 || Math.floor(code / strides[size]!) % (most + 1) < most
    return more !== undefined && isOneLeft ? code - sum + more + strides[size]! : -1
  }
  const codes = new Set([0])
  for (const code of codes) {
    for (let size = 0; size < sizes.length; size++) codes.add(Math.max(0, withOne(code, size)))
    if (codes.size > MOST_BASES) return undefined
  }
  const rising = [...codes].sort((a, b) => (a % masses.length) - (b % masses.length))
  const place = new Map(rising.map((code, base) => [code, base]))
  const next = Int32Array.from(rising.flatMap((code) => sizes.map((_, size) => place.get(withOne(code, size)) ?? -1)))
  const sums = Int32Array.from(rising, (code) => code % masses.length)
  const firsts = new Int32Array(masses.length + 1)
  for (const sum of sums) firsts[sum + 1]!++
  for (let sum = 0; sum < masses.length; sum++) firsts[sum + 1]! += firsts[sum]!
  return { sizes: sizes.length, next, sums, firsts }
}
