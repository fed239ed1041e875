import {
  type LocalDay,
  type ProgramDay,
  type ProgramMovement,
  type ProgramWeek,
  type Relaxation,
  type SessionSection,
} from '@gymgenius/domain'
import { isRelief, planMicrocycles } from './calendar.ts'
import { type Candidate, inOrder, type Pool } from './candidates.ts'
import { countsFor, type Design, designMicrocycle, type Memory, type Planned } from './design.ts'
import { type FittedStation, fitSession, type Placed } from './fit.ts'
import type { SettledGoals } from './goals.ts'
import { addTo, budgetsFor, noneOfEach, plannedMuscles, sharesOf } from './muscles.ts'
import type { PatternedSession } from './pattern-plan.ts'
import type { ProgramRequest } from './request.ts'
import { isRoad } from './road.ts'
import { dayOf, placedOf, relaxationsOf } from './session.ts'
import { isLifting, type SessionKind } from './session-types.ts'
import { capsFor, hardSetsOf, sessionCaps } from './volume.ts'

/** Sessions that stay as they are, by number: what was done, or what the lifter wants to keep. */
export type KeptSessions = ReadonlyMap<number, ProgramDay>
export type PoolOfDay = (index: number) => Pool

export /** Who wants breath or less fat ends whole-body days with a hard push, in turn with days of accessories. */
function hasFinisher(
  { type, focus }: SessionKind,
  index: number,
  { finishers }: ProgramRequest,
  weights: SettledGoals['weights'],
): boolean {
  if (finishers === false || (type !== 'strength' && type !== 'hypertrophy') || focus !== 'full_body') return false
  return weights.fat_loss + weights.endurance >= 2 && index % 2 === 1
}

/** What of a program is settled before its weeks are made. */
export interface WeeksQuestion {
  readonly request: ProgramRequest
  readonly settled: SettledGoals
  readonly poolOfDay: PoolOfDay
  readonly sessions: readonly (readonly PatternedSession[])[]
  /** Days from the first of the program. */
  readonly at: readonly (readonly number[])[]
  readonly kept: KeptSessions
}

/** Microcycle after microcycle, each from what those before it gave the muscles. */
export function makeWeeks({ request, settled, poolOfDay, sessions, at, kept }: WeeksQuestion): {
  weeks: ProgramWeek[]
  relaxations: Relaxation[]
  /** Sessions that lack a part for want of minutes. */
  short: number
} {
  const memory = memoryFor(request, settled.weights.strength)
  const cycles = planMicrocycles(request.weeks, request.experience, settled.weights, request.peaks ?? false)
  const lengthWeeks = (request.microcycleDays ?? 7) / 7
  const sharesOfId = sharesById(request)
  const percentOf = percentages(request)
  const history: number[][] = []
  const weeks: ProgramWeek[] = []
  const relaxations: Relaxation[] = []
  let blockSets: number[] = []
  let short = 0
  let number = 0
  for (const [w, cycle] of cycles.entries()) {
    turnPage(memory, cycle, cycles[w - 1])
    const planned = planDesigns(sessions[w]!, request, poolOfDay, settled.weights)
    const numbers = planned.map(() => ++number)
    const known = numbers.map((each) => kept.get(each))
    remember(memory, planned, known)
    const designs = designMicrocycle(planned, memory)
    const placed = designs.map((design, i) => placedOf(design, sessions[w]![i]!, cycle, request, settled.slider))
    const done = known.map((day) => (day === undefined ? NOTHING : hardSetsOf(day, sharesOfId)))
    const caps = capsFor(memory.budgets, history, cycle.progress, lengthWeeks, request.recentSets).map(
      (cap, i) => cap - done.reduce((sum, sets) => sum + sets[i]!, 0),
    )
    const asked = placed.map((each, i) => (known[i] === undefined && isLifting(sessions[w]![i]!.type) ? askedOf(each) : NOTHING))
    const stations = fitWeek(planned, designs, placed, sessionCaps(caps, asked), request, w, isRelief(cycle.block) ? blockSets : undefined)
    const days = stations.map((fitted, i): ProgramDay => {
      if (known[i] !== undefined) return known[i]
      relaxations.push(...relaxationsOf(fitted, numbers[i]!))
      if (!fitted.some(isCoolDown) && placed[i]!.some(isCoolDown)) short++
      const date = request.startsOn === undefined ? undefined : ((request.startsOn + at[w]![i]!) as LocalDay)
      return dayOf(fitted, { number: numbers[i]!, session: sessions[w]![i]!, block: cycle.block, date, percentOf }, request.pace ?? 1)
    })
    weeks.push({ week: w + 1, block: cycle.block, days })
    if (isRelief(cycle.block)) blockSets = []
    else {
      blockSets.push(days.reduce((sum, day) => sum + (isLifting(day.type) ? setsIn(day) : 0), 0))
      const hard = days.map((day) => hardSetsOf(day, sharesOfId))
      history.push(plannedMuscles.map((_, i) => hard.reduce((sum, sets) => sum + sets[i]!, 0) / lengthWeeks))
    }
  }
  return { weeks, relaxations, short }
}

/** What is kept stays the main work of its mesocycle, and its movements are not given a second time. */
function remember(memory: Memory, planned: readonly Planned[], kept: readonly (ProgramDay | undefined)[]): void {
  for (const [i, day] of kept.entries()) {
    if (day === undefined) continue
    const { pool, day: kind } = planned[i]!
    for (const { movementId } of [...day.sections.main, ...day.sections.accessory, ...day.sections.finisher])
      memory.uses.set(movementId, Math.max(1, memory.uses.get(movementId) ?? 0))
    for (const { movementId, pattern } of day.sections.main) {
      const candidate = (pool.byPattern.get(pattern) ?? []).find(({ movement }) => movement.id === movementId)
      if (candidate !== undefined) memory.mains.set(`${kind} ${pattern}`, { candidate, steps: 0 })
    }
  }
}

const isCoolDown = ({ section }: { readonly section: SessionSection }) => section === 'cool_down'

const NOTHING: readonly number[] = noneOfEach()
const WITHOUT_BOUND: readonly number[] = plannedMuscles.map(() => Infinity)
/** Of the sets of the loading weeks before, what a week of relief keeps: row A10 takes 40 to 60 % away. */
const RELIEF = 0.5

/** `blockSets`: in a week of relief the sets of each loading week before it. */
function fitWeek(
  planned: readonly Planned[],
  designs: readonly Design[],
  placed: readonly (readonly Placed[])[],
  caps: readonly (readonly number[])[],
  { minutes, pace = 1 }: ProgramRequest,
  turn: number,
  blockSets: readonly number[] | undefined,
): FittedStation[][] {
  const questions = planned.map(({ session, pool }, i) => ({
    placed: placed[i]!,
    minutes,
    pace,
    caps: isLifting(session.type) ? caps[i]! : WITHOUT_BOUND,
    isCircuit: session.type === 'conditioning',
    turn: turn + i,
    filler: easyRoad(pool, designs[i]!),
  }))
  const full = questions.map(fitSession)
  if (blockSets === undefined) return full
  const sets = full.map((stations, i) => (isLifting(planned[i]!.session.type) ? hardStations(stations) : 0))
  const all = sets.reduce((sum, each) => sum + each, 0)
  const usual = blockSets.length === 0 ? all : blockSets.reduce((sum, each) => sum + each, 0) / blockSets.length
  let owed = 0
  return full.map((stations, i) => {
    if (sets[i] === 0) return stations
    owed += (RELIEF * usual * sets[i]!) / all
    const hardSets = Math.round(owed)
    owed -= hardSets
    const rests = new Map(stations.flatMap(({ works, rest }) => works.map(({ placed: { candidate } }) => [candidate, rest] as const)))
    const relief = { hardSets, restOf: (candidate: Candidate) => rests.get(candidate) }
    return fitSession({ ...questions[i]!, placed: placed[i]!.filter(({ candidate }) => rests.has(candidate)), relief })
  })
}

const hardStations = (stations: readonly FittedStation[]) =>
  stations
    .filter(({ section }) => section === 'main' || section === 'accessory')
    .reduce((sum, station) => sum + station.sets * station.works.length, 0)
const setsIn = ({ sections }: ProgramDay) => [...sections.main, ...sections.accessory].reduce((sum, { sets }) => sum + sets.length, 0)

function sharesById({ movements }: ProgramRequest): (id: string) => readonly number[] | undefined {
  const known = new Map<string, readonly number[]>()
  const byId = new Map<string, ProgramMovement>(movements.map((movement) => [movement.id, movement]))
  return (id) => {
    const movement = byId.get(id)
    if (movement === undefined) return undefined
    const shares = known.get(id) ?? sharesOf(movement)
    known.set(id, shares)
    return shares
  }
}

/** Of the training maximum, by requirement G4's curve, to half a percent; only where a maximum is known. */
function percentages({ trainingMaxima = [] }: ProgramRequest) {
  const known = new Set<string>(trainingMaxima.map(({ movementId }) => movementId))
  return (id: string, reps: number, rir: number) =>
    known.has(id) ? Math.round(200 * (1 - 0.0333 * Math.min(12, reps + rir))) / 2 : undefined
}

/** What a session would give each muscle, were there nothing to hold it back. */
function askedOf(placed: readonly Placed[]): number[] {
  const asked = noneOfEach()
  for (const { candidate, section, dose } of placed)
    if ((section === 'main' || section === 'accessory') && dose.rir <= 4) addTo(asked, candidate.shares, dose.sets[1])
  return asked
}

/** A road to fill up with that is not in the session already. */
function easyRoad(pool: Pool, design: Design): Candidate | undefined {
  const roads = inOrder(pool, 'locomotion', pool.byPattern.get('locomotion') ?? [], 'cardio')
  const { mains, accessories, finisher, warmUps, coolDowns } = design
  const there = [...mains, ...accessories, ...warmUps, ...coolDowns, ...(finisher === undefined ? [] : [finisher])]
  return roads.find((road) => isRoad(road) && !there.some(({ candidate }) => candidate === road))
}

/** Who spends so many dollars on strength trains for certain lifts: they stay from mesocycle to mesocycle. Others get new ones. */
const FOR_A_LIFT = 6

function memoryFor(request: ProgramRequest, strength: number): Memory {
  return {
    experience: request.experience,
    budgets: budgetsFor(request),
    counts: countsFor(request.minutes),
    faithfulness: request.experience === 'novice' || strength >= FOR_A_LIFT ? 20 : -12,
    mains: new Map(),
    mainsBefore: new Map(),
    designs: new Map(),
    uses: new Map(),
    seen: new Map(),
  }
}

/** A new phase brings new accessories, a new mesocycle new main movements. */
function turnPage(
  memory: Memory,
  now: { mesocycle: number; phase: number },
  before: { mesocycle: number; phase: number } | undefined,
): void {
  if (before === undefined || before.phase === now.phase) return
  memory.designs = new Map<string, Design>()
  memory.uses = new Map()
  if (before.mesocycle === now.mesocycle) {
    for (const { candidate } of memory.mains.values()) memory.uses.set(candidate.movement.id, 1)
    return
  }
  memory.mainsBefore = memory.mains
  memory.mains = new Map()
}

function planDesigns(
  sessions: readonly PatternedSession[],
  request: ProgramRequest,
  poolOfDay: PoolOfDay,
  weights: SettledGoals['weights'],
): Planned[] {
  const times = new Map<string, number>()
  const mayRepeat = repeatedShare(sessions, countsFor(request.minutes).accessory) <= MOST_REPEATED
  return sessions.map((session, index) => {
    const gym = request.gymOfDay?.[index % request.gymOfDay.length] ?? 0
    const lifting = isLifting(session.type)
    const day = `${lifting ? `${session.focus} ${session.variant}` : session.type} ${gym}`
    const kind = `${day} ${session.patterns.join()}`
    const time = times.get(kind) ?? 0
    times.set(kind, time + 1)
    const finisher = hasFinisher(session, index, request, weights) && session.patterns.length >= 3
    const nth = sessions.slice(0, index).filter(({ type }) => type === session.type).length
    const again = lifting ? (mayRepeat ? 0 : time) : nth
    const own = again === 0 ? day : `${day} again ${again}`
    return { session, pool: poolOfDay(index), day: own, key: `${kind} ${time}${finisher ? ' finisher' : ''}`, hasFinisher: finisher }
  })
}

/** Of the places of a microcycle, those that a day which comes again would fill with the same main movements. Row A8 leaves 30 %. */
const MOST_REPEATED = 0.25

function repeatedShare(sessions: readonly PatternedSession[], accessories: number): number {
  const seen = new Set<string>()
  let [repeated, places] = [0, 0]
  for (const { type, focus, variant, patterns } of sessions) {
    places += patterns.length + (isLifting(type) ? accessories : 0)
    if (!isLifting(type)) continue
    for (const pattern of patterns) {
      const place = `${focus} ${variant} ${pattern}`
      if (seen.has(place)) repeated++
      seen.add(place)
    }
  }
  return places === 0 ? 0 : repeated / places
}
