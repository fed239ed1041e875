import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AthleteId, Kilograms, Movement, MovementId, SetId } from '@gymgenius/domain'
import type { MovementFacts } from '@gymgenius/engine'
import { type KeptLifter, keptFrom, newLifter, partsOf, readSet, strengthsOf } from '@gymgenius/engine/reading'
import { changeHead } from '../../platform/changes.ts'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { type BodyMasses, bodyMassesChangedFrom, bodyMassesOf } from '../diary/index.ts'
import { type ChangedSet, changedSets, type DoneSet, nextSets, type SetPlace } from '../logging/index.ts'
import { familyOf, movementsFor } from '../movements/index.ts'
import {
  dropMilestonesAfter,
  findReading,
  milestoneBefore,
  newestMilestone,
  type Reading,
  saveReading,
  setMilestone,
  type StoredReading,
} from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
import { deleteForecastsAfter, firstReadPlace, type ForetoldSet, insertForecasts } from './forecasts.repository.ts'
import { comparePlaces, firstPlace } from './places.ts'

/** How much at a time. Milestones reach back some months, because that is what lifters correct. */
export interface Pace {
  /** Sets read from one unit to the next. */
  readonly portion: number
  /** Changes looked at in one question. */
  readonly changes: number
  /** Sets between milestones. */
  readonly milestoneEvery: number
}
const usualPace: Pace = { portion: 500, changes: 500, milestoneEvery: 500 }

/** Comes before every set of its time. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000' as SetId

const MILESTONES_KEPT = 3
/** Sets after which somebody else may have the processor: some milliseconds. */
const BITE = 32

/** Where reading goes on: the belief as it is, or that of a milestone, or that of a lifter of whom nothing is known. */
type Start = Pick<Reading, 'setsRead' | 'last'> & { readonly kept: KeptLifter; readonly isAgain: boolean }

interface Portion {
  readonly before: StoredReading | undefined
  readonly start: Start
  readonly sets: readonly DoneSet[]
  readonly facts: ReadonlyMap<MovementId, MovementFacts>
  readonly masses: BodyMasses
  readonly reading: Pick<Reading, 'engineVersion' | 'bodyMass' | 'seenSeq' | 'hasMore'>
}

/**
 * Reads some more of a lifter's sets, each foretold before it is learned from. What changed before the last set read is read
 * again from the milestone before it, so that the belief is always that of reading the log as it is, from its beginning. The
 * engine works between short units, and whoever finds at the last that somebody else was quicker leaves it at that.
 * True when there is more to read.
 */
export async function readOn(ctx: Ctx, athleteId: AthleteId, pace = usualPace): Promise<boolean> {
  const state = await actingAs(ctx, system, (ctx) => stateOf(ctx, athleteId))
  const changes = state.isValid ? await changesSince(ctx, athleteId, state.before!, state.masses, pace) : undefined
  const portion = await actingAs(ctx, system, (ctx) => gather(ctx, athleteId, pace, state, changes))
  const foretold = await read(portion)
  const isKept = await actingAs(ctx, system, (ctx) => keep(ctx, athleteId, portion, foretold, pace))
  return portion.reading.hasMore || !isKept
}

interface State {
  readonly before: StoredReading | undefined
  readonly facts: Map<MovementId, MovementFacts>
  readonly masses: BodyMasses
  /** Whether what was read before may be gone on from. */
  readonly isValid: boolean
  readonly now: Pick<Reading, 'engineVersion' | 'bodyMass' | 'seenSeq'>
}

async function stateOf(ctx: Ctx, athleteId: AthleteId): Promise<State> {
  const engineVersion = readingVersion()
  const seenSeq = await changeHead(ctx, athleteId)
  const masses = await bodyMassesOf(ctx, athleteId)
  const bodyMass = masses.undated
  const before = await findReading(ctx.db, athleteId)
  const facts = await factsOf(ctx, athleteId, [...(before?.facts.keys() ?? [])])
  const isValid = before?.engineVersion === engineVersion && before.bodyMass === bodyMass && isSameFacts(before, facts)
  return { before, facts, masses, isValid, now: { engineVersion, bodyMass, seenSeq } }
}

async function gather(ctx: Ctx, athleteId: AthleteId, pace: Pace, state: State, changes: Changes | undefined): Promise<Portion> {
  const { before, facts, masses, now } = state
  const start = await startFor(ctx, athleteId, changes === undefined ? undefined : before, changes?.first ?? null)
  const sets =
    changes?.sets !== undefined && !start.isAgain && !before!.hasMore
      ? changes.sets.toSorted(comparePlaces)
      : await nextSets(ctx, athleteId, start.last, pace.portion)
  const unheardOf = new Set(sets.map(({ movementId }) => movementId).filter((id) => !facts.has(id)))
  for (const [id, fact] of await factsOf(ctx, athleteId, [...unheardOf])) facts.set(id, fact)
  return { before, start, sets, facts, masses, reading: { ...now, hasMore: sets.length >= pace.portion } }
}

/** What the engine is told of these movements. */
export async function factsOf(ctx: Ctx, athleteId: AthleteId, ids: readonly MovementId[]): Promise<Map<MovementId, MovementFacts>> {
  return new Map([...(await movementsFor(ctx, athleteId, ids))].map(([id, movement]) => [id, movementFacts(movement)]))
}

export const movementFacts = (movement: Movement): MovementFacts => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return { key: id, pattern, loadKind, equipment, muscles, baseKey: familyOf(movement) }
}

function isSameFacts({ facts }: StoredReading, now: ReadonlyMap<MovementId, MovementFacts>): boolean {
  return [...facts].every(([id, text]) => JSON.stringify(now.get(id)) === text)
}

interface Changes {
  /** The first place that changed: where a set is now, or where it was when it was read. */
  readonly first: SetPlace | null
  /** The changed sets that are there; undefined where they are too many to hold. */
  readonly sets: readonly DoneSet[] | undefined
}

/** A page a unit: after an import there are hundreds. What changes meanwhile has a later number, and is seen the next time. */
async function changesSince(ctx: Ctx, athleteId: AthleteId, { seenSeq }: StoredReading, masses: BodyMasses, pace: Pace): Promise<Changes> {
  // A set was read with the weight of its day: where that is another now, what came after is read again.
  const weighed = await actingAs(ctx, system, (ctx) => bodyMassesChangedFrom(ctx, athleteId, seenSeq, masses))
  let first: SetPlace | null = weighed === undefined ? null : { at: weighed, position: -1, id: BEFORE_ALL }
  let page: readonly ChangedSet[] = []
  let pages = 0
  let seq = seenSeq
  do {
    const looked = await actingAs(ctx, system, async (ctx) => {
      const page = await changedSets(ctx, athleteId, seq, pace.changes)
      const ids = page.map(({ id }): SetId => id)
      return { page, before: ids.length === 0 ? null : await firstReadPlace(ctx.db, athleteId, ids) }
    })
    page = looked.page
    first = firstPlace([first, looked.before, ...page.map(({ done }) => done)])
    seq = page.at(-1)?.seq ?? seq
    pages += 1
  } while (page.length === pace.changes)
  return { first, sets: pages === 1 ? page.flatMap(({ done }) => done ?? []) : undefined }
}

async function startFor(ctx: Ctx, athleteId: AthleteId, before: StoredReading | undefined, first: SetPlace | null): Promise<Start> {
  if (before !== undefined && (first === null || before.last === null || comparePlaces(first, before.last) > 0)) {
    return { kept: keptFrom(before.parts), setsRead: before.setsRead, last: before.last, isAgain: false }
  }
  const milestone = first === null ? undefined : await milestoneBefore(ctx.db, athleteId, first)
  if (milestone === undefined) return { kept: newLifter(), setsRead: 0, last: null, isAgain: true }
  return { kept: keptFrom(milestone.parts), setsRead: milestone.setsRead, last: milestone.last, isAgain: true }
}

/** The engine's work: the lifter of the start becomes that of the end. */
async function read({ start, sets, facts, masses }: Portion): Promise<ForetoldSet[]> {
  const foretold: ForetoldSet[] = []
  for (const [i, set] of sets.entries()) {
    if (i % BITE === BITE - 1) await setImmediate()
    foretold.push(foretell(start.kept, set, facts.get(set.movementId)!, masses.at(set.at)))
  }
  return foretold
}

function foretell(lifter: KeptLifter, set: DoneSet, movement: MovementFacts, bodyMass: Kilograms | null): ForetoldSet {
  const { at, workoutId, kind, load, reps, rir, rest, toFailure } = set
  const read = readSet(lifter, { movement, at, workoutKey: workoutId, kind, load, reps, rir, rest, toFailure, bodyMass })
  const grade = read.foretold?.grade
  return { set, read, pit: grade === undefined ? null : grade.below + chanceOf(set.id) * (grade.upTo - grade.below) }
}

/** Even between 0 and 1, and always the same for one set. */
const chanceOf = (id: SetId) => createHash('sha256').update(id).digest().readUIntBE(0, 6) / 2 ** 48

async function keep(ctx: Ctx, athleteId: AthleteId, portion: Portion, foretold: readonly ForetoldSet[], pace: Pace): Promise<boolean> {
  const { before, start, sets, facts } = portion
  const reading: Reading = {
    ...portion.reading,
    setsRead: start.setsRead + sets.length,
    last: sets.at(-1) ?? start.last,
    parts: partsOf(start.kept),
    facts: new Map([...facts].map(([id, fact]) => [id, JSON.stringify(fact)])),
  }
  const strengths = JSON.stringify(strengthsOf(start.kept.capacity))
  if (!(await saveReading(ctx.db, athleteId, before, reading, strengths, ctx.clock.now()))) return false
  if (start.isAgain) {
    await deleteForecastsAfter(ctx.db, athleteId, start.last)
    await dropMilestonesAfter(ctx.db, athleteId, start.setsRead)
  }
  await insertForecasts(ctx.db, athleteId, reading.engineVersion, foretold)
  if (reading.setsRead >= (await newestMilestone(ctx.db, athleteId)) + pace.milestoneEvery) {
    await setMilestone(ctx.db, athleteId, reading, MILESTONES_KEPT)
  }
  return true
}
