import type { SessionSection } from '@gymgenius/domain'
import type { Candidate } from './candidates.ts'
import type { Bend, Dose } from './doses.ts'
import { rampSetsOf, timeConstants } from '../session-time/index.ts'
import { type Station, type StationWork, stationsSeconds, workTime } from './time.ts'

/** A movement in its place, with its dose and why it is there. */
export interface Placed {
  readonly candidate: Candidate
  readonly section: SessionSection
  readonly dose: Dose
  /** Steps that the search gave way by. */
  readonly steps: number
  readonly muscle?: number | undefined
}

export interface FittedWork extends StationWork {
  placed: Placed
}

/** One place of a session; several works are done in turn. */
export interface FittedStation extends Station {
  readonly section: SessionSection
  readonly works: FittedWork[]
}

export interface FitQuestion {
  readonly placed: readonly Placed[]
  readonly minutes: number
  /** How fast the lifter is; 1 in the middle. */
  readonly pace: number
  /** Hard sets that this session may give each muscle; counted down here. */
  readonly caps: readonly number[]
  /** So many sets in all of main and accessories and no more, with the rests that there were: it is over when it is over. */
  readonly relief?: { readonly hardSets: number; readonly restOf: (candidate: Candidate) => number | undefined } | undefined
  /** All main movements in rounds. */
  readonly isCircuit: boolean
  /** Of a session too short for all of its main movements: which of them comes first, counted on from session to session. */
  readonly turn: number
  /** A road to fill up with, easily, where work may not be added. */
  readonly filler?: Candidate | undefined
}

/** The minutes are met within this share; row A8 asks for 5 %. */
const NEAR = 0.015
/** A whole session may take so much longer. Past that, and for single sets in less than half an hour, less of a session is more honest. */
const FAR = 0.15
const WHOLE_SESSION_MINUTES = 30
const FILLER_SECONDS: readonly [number, number] = [180, 2400]
const MOST_MOVEMENTS = 15
const MOST_IN_COOL_DOWN = 5
const STEP_SECONDS = 5

/** Bends sets, rests and holds until the session takes the minutes that there are. */
export function fitSession({ placed, minutes, pace, caps, relief, isCircuit, turn, filler }: FitQuestion): FittedStation[] {
  const stations = stationsFor(placed, isCircuit)
  const left = [...caps]
  for (const station of stations) spend(station, left, station.sets)
  const aim = minutes * 60
  const over = () => stationsSeconds(stations, pace) - aim
  const isOver = () => over() > NEAR * aim
  if (relief !== undefined) {
    toSets(stations, relief.hardSets)
    for (const station of stations) station.rest = relief.restOf(station.works[0]!.placed.candidate) ?? station.rest
    if (isOver()) shrink(stations, left, isOver, false)
    return stations
  }
  withinCaps(stations, left)
  if (isOver()) shrink(stations, left, isOver, true)
  const isThin = stations.some((station) => station.section === 'main' && station.sets < bendOf(station, setsOf, 0))
  const isShort = over() > FAR * aim || (minutes < WHOLE_SESSION_MINUTES && (isThin || isOver()))
  if (isShort) strip(stations, left, turn, isOver)
  if (isShort) fewerSets(stations, 1, left, isOver)
  // Rests give way for a set more; in a short session they have done so already.
  if (over() < -NEAR * aim) grow(stations, left, () => over() < -NEAR * aim, isShort ? isOver : () => false)
  settle(stations, over, NEAR * aim)
  if (over() < -NEAR * aim && filler !== undefined && !isShort) fill(stations, filler, -over() / pace)
  settle(stations, over, NEAR * aim)
  return stations
}

function stationsFor(placed: readonly Placed[], isCircuit: boolean): FittedStation[] {
  const stations: FittedStation[] = []
  const warmed = new Set<string>()
  for (const each of placed) {
    const { dose, section, candidate } = each
    const work = workOf(each, rampSetsOf(section, candidate.movement, warmed))
    const before = stations.at(-1)
    if (isCircuit && section === 'main' && before?.section === 'main') before.works.push(work)
    else stations.push({ section, sets: dose.sets[1], rest: dose.rest[1], works: [work] })
  }
  return stations
}

function workOf(placed: Placed, ramp: number): FittedWork {
  const { movement } = placed.candidate
  const { reps, seconds, metres } = placed.dose
  const work = { movement, reps, seconds: seconds?.[1], metres, ramp }
  return { placed, ...work, time: workTime(work) }
}

const isHard = ({ section }: FittedStation) => section === 'main' || section === 'accessory'
/** Sets with more than four in reserve are not hard sets. */
const HARD_RIR = 4

function spend({ works, section }: FittedStation, left: number[], sets: number): void {
  if (section !== 'main' && section !== 'accessory') return
  for (const { placed } of works)
    if (placed.dose.rir <= HARD_RIR) for (let i = 0; i < left.length; i++) left[i]! -= sets * placed.candidate.shares[i]!
}

const fitsCaps = ({ works }: FittedStation, left: readonly number[]) =>
  works.every(
    ({ placed }) => placed.dose.rir > HARD_RIR || placed.candidate.shares.every((share, i) => share === 0 || left[i]! >= share - 1e-9),
  )

function changeSets(station: FittedStation, by: number, left: number[]): void {
  station.sets += by
  spend(station, left, by)
}

/** Takes sets away where a muscle would get more than it may. */
function withinCaps(stations: readonly FittedStation[], left: number[]): void {
  for (const section of ['accessory', 'main'] as const)
    for (let muscle = 0; muscle < left.length; muscle++)
      while (left[muscle]! < -1e-9) {
        const most = stations
          .filter(
            (station) =>
              station.section === section && station.sets > 1 && station.works.some(({ placed }) => placed.candidate.shares[muscle]! > 0),
          )
          .reduce<FittedStation | undefined>((best, each) => (best === undefined || each.sets > best.sets ? each : best), undefined)
        if (most === undefined) break
        changeSets(most, -1, left)
      }
}

/** Gives each movement its part of so many sets, at least one, main movements first; the last ones go where even that is too much. */
function toSets(stations: FittedStation[], hardSets: number): void {
  const worksIn = (section: SessionSection) =>
    stations.reduce((sum, station) => sum + (station.section === section ? station.works.length : 0), 0)
  for (const section of ['accessory', 'main'] as const)
    while (worksIn('main') + worksIn('accessory') > hardSets && worksIn(section) > LEAST[section]) {
      const last = stations.findLast((station) => station.section === section)!
      last.works.pop()
      if (last.works.length === 0) stations.splice(stations.indexOf(last), 1)
    }
  const hard = stations.filter(isHard)
  for (const station of hard) station.sets = 1
  let spare = hardSets - hard.reduce((sum, { works }) => sum + works.length, 0)
  for (let round = 0; round < MOST_MOVEMENTS && spare > 0; round++)
    for (const station of [...hard.filter(({ section }) => section === 'main'), ...hard.filter(({ section }) => section !== 'main')])
      if (spare >= station.works.length && station.sets < station.works[0]!.placed.dose.sets[1]) {
        station.sets++
        spare -= station.works.length
      }
}

const bendOf = (station: FittedStation, of: (dose: Dose) => Bend, side: 0 | 1 | 2): number => {
  let most = 0
  for (const { placed } of station.works) most = Math.max(most, of(placed.dose)[side])
  return most
}
const restOf = (dose: Dose) => dose.rest
const setsOf = (dose: Dose) => dose.sets

type Again = () => boolean

/** Less, in the order in which it hurts least. */
function shrink(stations: FittedStation[], left: number[], again: Again, maySetsChange: boolean): void {
  const of = (section: SessionSection) => stations.filter((station) => station.section === section)
  restsTo([...of('accessory'), ...of('finisher')], 0.75, again)
  restsTo(of('main'), 0.8, again)
  if (maySetsChange) fewerSets([...of('accessory'), ...of('finisher')], 0, left, again)
  holdsTo([...of('warm_up'), ...of('cool_down')], again)
  if (again()) pairAccessories(stations, left)
  if (maySetsChange) fewerSets(of('main'), 0, left, again)
  restsTo(stations, 0, again)
  drop(stations, left, again)
  if (again()) pairMains(stations)
  restsTo(stations, 0, again)
  if (maySetsChange) fewerSets([...of('accessory'), ...of('main')], 1, left, again)
}

/** Rests go down together, to a share of what is usual, and never under their least. */
function restsTo(stations: readonly FittedStation[], share: number, again: Again): void {
  let moved = true
  while (moved && again()) {
    moved = false
    for (const station of stations) {
      const floor = Math.max(bendOf(station, restOf, 0), share * bendOf(station, restOf, 1))
      if (station.rest - STEP_SECONDS < floor) continue
      station.rest -= STEP_SECONDS
      moved = true
    }
  }
}

function fewerSets(stations: readonly FittedStation[], floor: number, left: number[], again: Again): void {
  let moved = true
  while (moved && again()) {
    moved = false
    for (const station of stations.toReversed()) {
      if (!again()) return
      const least = floor === 1 ? 1 : bendOf(station, setsOf, 0)
      if (station.sets <= least) continue
      changeSets(station, -1, left)
      moved = true
    }
  }
}

function holdsTo(stations: readonly FittedStation[], again: Again): void {
  for (const station of stations) {
    if (!again()) return
    for (const work of station.works) if (work.seconds !== undefined) work.seconds = Math.max(15, work.placed.dose.seconds![0])
    station.rest = bendOf(station, restOf, 0)
  }
}

/** Accessories in turn: one rests while the other works. */
function pairAccessories(stations: FittedStation[], left: number[]): void {
  const accessories = stations.filter(({ section, works }) => section === 'accessory' && works.length === 1)
  for (let i = 0; i + 1 < accessories.length; i += 2) {
    const [first, second] = [accessories[i]!, accessories[i + 1]!]
    const sets = Math.min(first.sets, second.sets)
    for (const each of [first, second]) spend(each, left, sets - each.sets)
    first.works.push(...second.works)
    first.sets = sets
    first.rest = Math.max(first.rest, second.rest)
    stations.splice(stations.indexOf(second), 1)
  }
}

/** The first two main movements in turn, where even that is needed; their patterns differ. */
function pairMains(stations: FittedStation[]): void {
  const [first, second] = stations.filter(({ section, works }) => section === 'main' && works.length === 1)
  if (first === undefined || second === undefined || first.sets !== second.sets) return
  first.works.push(...second.works)
  first.rest = Math.max(first.rest, second.rest)
  stations.splice(stations.indexOf(second), 1)
}

/** The least of each section that leaves a session whole. */
const LEAST: Readonly<Record<SessionSection, number>> = { warm_up: 2, main: 2, accessory: 2, finisher: 1, cool_down: 2 }
const LEAST_MOVEMENTS = 8

/**
 * Minutes that no whole session fits into. What is left of one is done properly, in two sets and more: stretches go, then accessories, main
 * movements past the second, drills past the one that raises the pulse (lighter sets warm up for a lift), and last the second main movement.
 * Main movements take turns in being what is left.
 */
function strip(stations: FittedStation[], left: number[], turn: number, again: Again): void {
  for (const station of stations)
    if (station.section === 'main') {
      changeSets(station, Math.max(0, bendOf(station, setsOf, 0) - station.sets), left)
      for (const work of station.works) work.placed = withUsualRest(work.placed)
    }
  const mains = worksOf(stations, 'main').map(({ placed }) => placed)
  const first = turn % Math.max(1, mains.length)
  const going = [...mains.slice(first), ...mains.slice(0, first)]
  for (const [section, least] of STRIPPED)
    while (again() && worksOf(stations, section).length > least) {
      take(stations, section === 'main' ? going.pop()! : worksOf(stations, section).at(-1)!.placed, left)
      warmAnew(stations)
      if (section === 'main' && again()) pairMains(stations)
    }
}

/** Whatever lift is first now has the lighter sets of a first lift. */
function warmAnew(stations: readonly FittedStation[]): void {
  const warmed = new Set<string>()
  for (const { section, works } of stations)
    for (const [i, { placed, seconds }] of works.entries())
      works[i] = { ...workOf(placed, rampSetsOf(section, placed.candidate.movement, warmed)), seconds }
}

/** No minute of a short session is spent on longer rests. */
function withUsualRest(placed: Placed): Placed {
  const [least, usual] = placed.dose.rest
  return { ...placed, dose: { ...placed.dose, rest: [least, usual, usual] } }
}

const STRIPPED = [
  ['cool_down', 0],
  ['accessory', 0],
  ['finisher', 0],
  ['main', 2],
  ['warm_up', 1],
  ['main', 1],
] as const satisfies readonly (readonly [SessionSection, number])[]

const worksOf = (stations: readonly FittedStation[], section: SessionSection) =>
  stations.filter((station) => station.section === section).flatMap((station) => station.works)

function take(stations: FittedStation[], placed: Placed, left: number[]): void {
  const station = stations.find(({ works }) => works.some((work) => work.placed === placed))!
  const gone = station.works.splice(
    station.works.findIndex((work) => work.placed === placed),
    1,
  )
  spend({ ...station, works: gone }, left, -station.sets)
  if (station.works.length === 0) stations.splice(stations.indexOf(station), 1)
}

function drop(stations: FittedStation[], left: number[], again: Again): void {
  for (const section of ['accessory', 'cool_down', 'warm_up'] as const)
    while (again()) {
      const all = stations.flatMap((station) => station.works)
      const works = worksOf(stations, section)
      if (works.length <= LEAST[section] || all.length <= LEAST_MOVEMENTS) break
      take(stations, works.at(-1)!.placed, left)
    }
}

/** More: first of what makes stronger, as far as the muscles may have it, then time to breathe, then time to stretch. */
function grow(stations: FittedStation[], left: number[], again: Again, isTooMuch: Again): void {
  const of = (...sections: SessionSection[]) => stations.filter(({ section }) => sections.includes(section))
  longerRoads(of('main'), again)
  moreSets(of('main'), left, again, isTooMuch)
  moreSets(of('accessory', 'finisher'), left, again, isTooMuch)
  restsUp(of('main', 'accessory'), again)
  for (let round = 0; round < 2; round++) moreRounds(of('cool_down', 'warm_up'), again)
}

/** What is done at one stretch goes on for longer, the roads of a session alike. */
function longerRoads(stations: readonly FittedStation[], again: Again): void {
  const roads = stations.flatMap(({ works }) => works).filter(({ seconds, placed }) => seconds !== undefined && placed.dose.sets[2] === 1)
  let moved = true
  while (moved && again()) {
    moved = false
    for (const work of roads) {
      if (!again()) return
      if (work.seconds! + ROAD_STEP_SECONDS > work.placed.dose.seconds![2]) continue
      work.seconds! += ROAD_STEP_SECONDS
      moved = true
    }
  }
}

/** A road is told in minutes. */
const ROAD_STEP_SECONDS = 60

function moreSets(stations: readonly FittedStation[], left: number[], again: Again, isTooMuch: Again): void {
  let moved = true
  while (moved && again()) {
    moved = false
    for (const station of stations) {
      if (!again()) return
      if (station.sets >= bendOf(station, setsOf, 2) || !fitsCaps(station, left)) continue
      changeSets(station, 1, left)
      if (isTooMuch()) changeSets(station, -1, left)
      else moved = true
    }
  }
}

function restsUp(stations: readonly FittedStation[], again: Again): void {
  let moved = true
  while (moved && again()) {
    moved = false
    for (const station of stations) {
      if (station.sets < 2 || station.rest + STEP_SECONDS > bendOf(station, restOf, 2)) continue
      station.rest += STEP_SECONDS
      moved = true
    }
  }
}

function moreRounds(stations: readonly FittedStation[], again: Again): void {
  for (const station of stations) {
    if (!again()) return
    for (const work of station.works) if (work.seconds !== undefined) work.seconds = work.placed.dose.seconds![2]
    if (again() && station.sets < bendOf(station, setsOf, 2)) station.sets++
  }
}

/** The last seconds: rests and holds a step up or down, wherever there is room. */
function settle(stations: readonly FittedStation[], over: () => number, near: number): void {
  const side = Math.sign(over())
  const by = -side * STEP_SECONDS
  for (let moved = true; moved;) {
    moved = false
    for (const station of stations) {
      // Past the aim is near enough, where one step is a large one.
      if (side * over() <= near) return
      if (station.sets > 1 && isWithin(station.rest + by, bendOf(station, restOf, 0), bendOf(station, restOf, 2))) {
        station.rest += by
        moved = true
      }
      for (const work of station.works)
        if (work.seconds !== undefined && isWithin(work.seconds + by, work.placed.dose.seconds![0], work.placed.dose.seconds![2])) {
          work.seconds += by
          moved = true
        }
    }
  }
}

const isWithin = (value: number, low: number, high: number) => value >= low && value <= high

/** Walks, rides or rows easily for what is left. */
function fill(stations: FittedStation[], filler: Candidate, missing: number): void {
  const count = (section?: SessionSection) =>
    stations.filter((each) => section === undefined || each.section === section).reduce((sum, { works }) => sum + works.length, 0)
  if (count('cool_down') > LEAST.cool_down && (count() >= MOST_MOVEMENTS || count('cool_down') >= MOST_IN_COOL_DOWN))
    stations.splice(
      stations.findLastIndex(({ section }) => section === 'cool_down'),
      1,
    )
  if (count() >= MOST_MOVEMENTS || count('cool_down') >= MOST_IN_COOL_DOWN) return
  const { setupSeconds, transitionSeconds } = filler.movement
  const seconds = missing - timeConstants.changingOver * (setupSeconds + transitionSeconds) - timeConstants.handling
  const held = Math.round(Math.max(FILLER_SECONDS[0], Math.min(seconds, FILLER_SECONDS[1])) / 30) * 30
  const dose: Dose = { sets: [1, 1, 1], reps: [1, 1], rir: 8, rest: [0, 0, 0], seconds: [held, held, held] }
  const placed: Placed = { candidate: filler, section: 'cool_down', dose, steps: 0 }
  const at = stations.findIndex(({ section }) => section === 'cool_down')
  const station: FittedStation = {
    section: 'cool_down',
    sets: 1,
    rest: 0,
    works: [workOf(placed, 0)],
  }
  stations.splice(at < 0 ? stations.length : at, 0, station)
}
