import {
  type Experience,
  type MovementId,
  type MovementPattern,
  type SessionFocus,
  type SessionType,
  trackedMuscles,
} from '@gymgenius/domain'
import type { Candidate, Pool } from './candidates.ts'
import { type Choice, chooseMovement, type Searched, TRUNK_PATTERNS } from './choose.ts'
import { addTo, type MuscleBudget, noneOfEach, type PlannedMuscle, plannedMuscles } from './muscles.ts'
import type { PatternedSession } from './pattern-plan.ts'
import { chooseCoolDowns, chooseWarmUps, type Prepared } from './prepare.ts'
import { isRoad, isSameRoad, isStroll } from './road.ts'
import { isLifting } from './session-types.ts'

/** How many movements a session has, by the minutes there are. */
export interface Counts {
  readonly warmUp: number
  readonly coolDown: number
  readonly accessory: number
  /** Of the main block of a session for mobility. */
  readonly mobility: number
}

export function countsFor(minutes: number): Counts {
  if (minutes < 30) return { warmUp: 2, coolDown: 2, accessory: 2, mobility: 5 }
  if (minutes < 50) return { warmUp: 3, coolDown: 2, accessory: 3, mobility: 6 }
  return minutes < 80 ? { warmUp: 3, coolDown: 3, accessory: 3, mobility: 8 } : { warmUp: 3, coolDown: 3, accessory: 4, mobility: 9 }
}

export interface Accessory extends Choice {
  readonly muscle: number | undefined
}

/** Which movements a session is made of; doses come later, as they differ from week to week. */
export interface Design {
  readonly mains: readonly Choice[]
  readonly accessories: readonly Accessory[]
  readonly finisher: Choice | undefined
  readonly warmUps: readonly Prepared[]
  readonly coolDowns: readonly Prepared[]
}

/** What an accessory of a day is for. */
const SCOPE: Readonly<Record<SessionFocus, readonly PlannedMuscle[]>> = {
  full_body: plannedMuscles,
  upper: ['chest', 'lats', 'upper_back', 'shoulders', 'biceps', 'triceps'],
  lower: ['quadriceps', 'hamstrings', 'glutes', 'calves', 'abdomen'],
  legs: ['quadriceps', 'hamstrings', 'glutes', 'calves', 'abdomen'],
  push: ['chest', 'shoulders', 'triceps'],
  pull: ['lats', 'upper_back', 'biceps'],
}
/** Arms, calves and trunk come after the seven that are tracked. */
const SMALL = 0.6
/** A muscle that no set of the microcycle is meant for comes first. */
const MISSED = 2
const USUAL_SETS = 3
/** Off the want of a muscle for each accessory that the session has for it already. */
const AGAIN = 0.45

export interface Planned {
  readonly session: PatternedSession
  readonly pool: Pool
  /** The kind of day: its main movements are the same each time that it comes within a mesocycle, where it has the same patterns. */
  readonly day: string
  /** Unlike any other of the microcycle; the same for the same day of a later one. */
  readonly key: string
  readonly hasFinisher: boolean
}

/** What is remembered from one microcycle to the next while a program is made. */
export interface Memory {
  readonly experience: Experience
  readonly budgets: readonly MuscleBudget[]
  readonly counts: Counts
  /** What the same movement is worth more (or less) in the next mesocycle. */
  readonly faithfulness: number
  /** Main movements of this mesocycle and of the one before, by day, pattern and gym. */
  mains: Map<string, Choice>
  mainsBefore: Map<string, Choice>
  /** Designs of this phase, and how often each movement stands in them. */
  designs: Map<string, Design>
  uses: Map<MovementId, number>
  /** How often each drill prepared something lately. */
  readonly seen: Map<MovementId, number>
}

/** The designs of one microcycle: main blocks first, then what they leave out is shared among the accessories, largest want first. */
export function designMicrocycle(week: readonly Planned[], memory: Memory): Design[] {
  const fresh = week.filter(({ key }) => !memory.designs.has(key))
  const mains = new Map(week.map((each) => [each.key, memory.designs.get(each.key)?.mains ?? mainsOf(each, memory)]))
  const sets = noneOfEach()
  const primes = noneOfEach()
  const count = ({ candidate }: Choice, session: PatternedSession) => {
    if (!isLifting(session.type)) return
    const { shares } = candidate
    addTo(sets, shares, USUAL_SETS)
    for (let i = 0; i < shares.length; i++) if (shares[i]! >= 1) primes[i]! += 1
  }
  for (const { key, session } of week) for (const main of mains.get(key)!) count(main, session)
  for (const { key, session } of week) for (const accessory of memory.designs.get(key)?.accessories ?? []) count(accessory, session)

  const scopes = new Map(week.map((each) => [each.key, scopeOf(each, week)]))
  const accessories = new Map<string, Accessory[]>(fresh.map(({ key }) => [key, []]))
  for (let round = 0; round < memory.counts.accessory; round++)
    for (const each of fresh) {
      if (!isLifting(each.session.type) || each.hasFinisher) continue
      const chosen = accessories.get(each.key)!
      const found = accessoryFor(each, [...mains.get(each.key)!, ...chosen], chosen, scopes.get(each.key)!, sets, primes, memory)
      if (found === undefined) continue
      chosen.push(found)
      count(found, each.session)
    }
  for (const each of fresh) memory.designs.set(each.key, finished(each, mains.get(each.key)!, accessories.get(each.key)!, memory))
  return week.map(({ key }) => memory.designs.get(key)!)
}

function scopeOf({ session }: Planned, week: readonly Planned[]): readonly number[] {
  const own = SCOPE[session.focus]
  const inSome = new Set(week.filter(({ session }) => isLifting(session.type)).flatMap(({ session }) => SCOPE[session.focus]))
  return plannedMuscles.flatMap((muscle, i) => (own.includes(muscle) || (i < trackedMuscles.length && !inSome.has(muscle)) ? [i] : []))
}

function needOf(sets: readonly number[], budgets: readonly MuscleBudget[]): number[] {
  return budgets.map(({ aim }, i) => (aim <= 0 ? -1 : Math.max(-1, Math.min(1, (aim - sets[i]!) / aim))))
}

function searchedFor(memory: Memory, taken: readonly Choice[], need: readonly number[]): Searched {
  return { experience: memory.experience, taken: new Set(taken.map(({ candidate }) => candidate.movement.id)), uses: memory.uses, need }
}

const NO_NEED: readonly number[] = noneOfEach()

function use(memory: Memory, choice: Choice): void {
  const { id } = choice.candidate.movement
  memory.uses.set(id, (memory.uses.get(id) ?? 0) + 1)
}

function mainsOf({ session, pool, day }: Planned, memory: Memory): Choice[] {
  if (session.type === 'cardio') return roads(pool, memory)
  if (session.type === 'mobility') return stretches(pool, memory)
  const chosen: Choice[] = []
  for (const pattern of session.patterns) {
    const place = `${day} ${pattern}`
    const known = memory.mains.get(place)
    if (known !== undefined && !chosen.some(({ candidate }) => candidate === known.candidate)) {
      chosen.push(known)
      continue
    }
    const before = memory.mainsBefore.get(place)
    const found = chooseMovement(pool, slotOf(pattern, session.type, session.patterns), {
      ...searchedFor(memory, chosen, NO_NEED),
      before: before === undefined ? undefined : { id: before.candidate.movement.id, worth: memory.faithfulness },
    })
    if (found === undefined || (isLifting(session.type) && found.steps > 0 && found.candidate.movement.pattern !== pattern)) continue
    memory.mains.set(place, found)
    use(memory, found)
    chosen.push(found)
  }
  return chosen.sort((a, b) => rankOf(a.candidate) - rankOf(b.candidate))
}

/** Patterns may not widen here: the pattern plan has widened them already, by the rules of variety. */
const slotOf = (pattern: MovementPattern, type: SessionType, beside: readonly MovementPattern[]) =>
  ({ section: 'main', type, pattern, wider: [], beside }) as const

/** What is fast first, then what is heavy, then what tires grip and trunk. */
function rankOf({ movement: { pattern } }: Candidate): number {
  if (pattern === 'olympic' || pattern === 'jump' || pattern === 'throw') return 0
  return TRUNK_PATTERNS.includes(pattern) ? 3 : pattern === 'carry' ? 2 : pattern === 'isolation' ? 2 : 1
}

const ROADS = 2

/** Two roads that are gone in different ways, brisk before easy, or the only one; without any, what goes on the spot in short turns. */
function roads(pool: Pool, memory: Memory): Choice[] {
  const chosen: Choice[] = []
  const all = pool.byPattern.get('locomotion') ?? []
  while (chosen.length < ROADS) {
    const slot = { section: 'finisher', type: 'cardio', pattern: 'locomotion', wider: [], beside: [] } as const
    const other = all.filter((each) => !chosen.some(({ candidate }) => isSameRoad(candidate, each)))
    const brisk = other.filter((each) => isRoad(each) && !isStroll(each))
    const offered = new Set(brisk.length > 0 ? brisk : other)
    const taken = new Set(all.filter((each) => !offered.has(each)).map(({ movement }) => movement.id))
    const found = chooseMovement(pool, slot, { ...searchedFor(memory, chosen, NO_NEED), taken })
    if (found === undefined || (chosen[0] !== undefined && isRoad(chosen[0].candidate) && !isRoad(found.candidate))) break
    use(memory, found)
    chosen.push(found)
  }
  return chosen
}

/** More minutes bring more movements, not the same ones again and again. */
function stretches(pool: Pool, memory: Memory): Choice[] {
  const load = plannedMuscles.map((_, i) => (i < trackedMuscles.length ? 1 : 0.3))
  const list = { ...pool, stretches: pool.mobility }
  const chosen = chooseCoolDowns(list, memory.counts.mobility, load, new Set(), memory.seen)
  note(memory, chosen)
  return chosen
}

function accessoryFor(
  { session, pool }: Planned,
  taken: readonly Choice[],
  chosen: readonly Accessory[],
  scope: readonly number[],
  sets: readonly number[],
  primes: readonly number[],
  memory: Memory,
): Accessory | undefined {
  const need = needOf(sets, memory.budgets)
  const wants = scope
    .map((muscle) => ({ muscle, want: wantOf(muscle, need, primes, chosen) }))
    .sort((a, b) => b.want - a.want || a.muscle - b.muscle)
  let fallback: Accessory | undefined
  for (const { muscle } of wants) {
    const slot = { section: 'accessory', type: session.type, muscle, wider: [], beside: session.patterns } as const
    const found = chooseMovement(pool, slot, { ...searchedFor(memory, taken, need), beside: chosen.map(({ candidate }) => candidate) })
    if (found === undefined) continue
    if (found.candidate.shares[muscle]! < 0.5) {
      fallback ??= { ...found, muscle: undefined }
      continue
    }
    use(memory, found)
    return { ...found, muscle }
  }
  if (fallback !== undefined) use(memory, fallback)
  return fallback
}

function wantOf(muscle: number, need: readonly number[], primes: readonly number[], chosen: readonly Accessory[]): number {
  const isTracked = muscle < trackedMuscles.length
  const again = chosen.filter((each) => each.muscle === muscle).length
  const want = need[muscle]! * (isTracked ? 1 : SMALL) + (isTracked && primes[muscle] === 0 ? MISSED : 0)
  return want - AGAIN * again
}

function finished(
  { session, pool, hasFinisher }: Planned,
  mains: readonly Choice[],
  accessories: readonly Accessory[],
  memory: Memory,
): Design {
  const { counts } = memory
  const load = noneOfEach()
  for (const { candidate } of mains) bear(load, candidate, 1)
  for (const { candidate } of accessories) bear(load, candidate, 1 / 2)
  const finisher = hasFinisher ? finisherFor(pool, session, mains, memory) : undefined
  const all = [...mains, ...accessories, ...(finisher === undefined ? [] : [finisher])]
  const taken = new Set(all.map(({ candidate }) => candidate.movement.id))
  const short = Math.max(0, LEAST_MOVEMENTS - all.length - counts.warmUp - counts.coolDown)
  const warmUps = chooseWarmUps(pool, Math.min(5, counts.warmUp + Math.ceil(short / 2)), load, patternsOf(mains), taken, memory.seen)
  const drilled = new Set([...taken, ...warmUps.map(({ candidate }) => candidate.movement.id)])
  const coolDowns = chooseCoolDowns(pool, Math.min(5, counts.coolDown + Math.floor(short / 2)), load, drilled, memory.seen)
  note(memory, [...warmUps, ...coolDowns])
  return { mains, accessories, finisher, warmUps, coolDowns }
}

const patternsOf = (mains: readonly Choice[]) => mains.map(({ candidate }) => candidate.movement.pattern)

function bear(load: number[], { shares }: Candidate, part: number): void {
  for (let i = 0; i < shares.length; i++) load[i] = Math.max(load[i]!, part * shares[i]!)
}

const LEAST_MOVEMENTS = 8

function finisherFor(pool: Pool, session: PatternedSession, mains: readonly Choice[], memory: Memory): Choice | undefined {
  const wider: readonly MovementPattern[] = ['locomotion', 'jump', 'carry', 'throw', 'core_flexion', 'anti_rotation', 'squat', 'hinge']
  const slot = {
    section: 'finisher',
    type: 'conditioning',
    wider: wider.filter((each) => !session.patterns.includes(each)),
    beside: session.patterns,
  } as const
  const found = chooseMovement(pool, slot, searchedFor(memory, mains, NO_NEED))
  if (found !== undefined) use(memory, found)
  return found
}

function note(memory: Memory, prepared: readonly Prepared[]): void {
  for (const [id, times] of memory.seen) memory.seen.set(id, times / 2)
  for (const { candidate } of prepared) memory.seen.set(candidate.movement.id, (memory.seen.get(candidate.movement.id) ?? 0) + 1)
}
