import type { LivedPlan, LoadKind, LocalDay, MovementId, ProgramDay, ProgramItem, ProgramReason, SessionSection } from '@gymgenius/domain'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import type { DoneSet, MovementInPlan, ProgressionState } from './plan.ts'
import { unplanned } from './plan.ts'
import { progress } from './progress.ts'
import type { ReliefFacts } from './lighter-week.ts'
import { sayStep } from './say-step.ts'
import { heaviestOf, verdictOf } from './sets.ts'

/** A session as it was done: its working sets in their order. */
export interface DoneSession {
  readonly session: number
  readonly day: LocalDay
  readonly sets: readonly (DoneSet & { readonly movementId: MovementId })[]
}

export interface CarryQuestion {
  readonly plan: Pick<LivedPlan, 'weeks' | 'order' | 'skipped'>
  /** In the order they were done. */
  readonly done: readonly DoneSession[]
  /** All that is done, also where nobody knows with which sets. */
  readonly isDone: (session: number) => boolean
  readonly today: LocalDay
  readonly loadsOf?: ReliefFacts['loadsOf']
  /** What its load is; undefined: its loads are found on the day. */
  readonly loadKindOf: (movement: MovementId) => LoadKind | undefined
  /** Hurts, or is spared for another reason: its loads are found on the day. */
  readonly isSpared?: ((movement: MovementId) => boolean) | undefined
}

/** After so many days without a movement its load is found anew: strength of three weeks ago is no promise. */
const LAYOFF_DAYS = 21

/** What is remembered of one movement under one rule. */
interface Thread {
  readonly state: ProgressionState
  readonly reason: ProgramReason
  readonly day: LocalDay
  /** The reserve of a week that is to be done once more. */
  readonly heldRir?: number | undefined
}

/**
 * The plan with what its movements ask for after what was done: loads that were earned, or taken back. Reckoned from the sets themselves each time,
 * so that a workout counts once, a corrected one as corrected, and a deleted one not at all. What is done stays as it was planned.
 */
export function carried(question: CarryQuestion): readonly ProgramDay[] {
  const { plan, done, isDone, today } = question
  const occurrences = occurrencesOf(plan.weeks, question.loadKindOf)
  const threads = new Map<string, Thread>()
  /** By how much the training maximum of a movement differs from what the plan took for granted. */
  const shares = new Map<MovementId, number>()
  for (const { session, day, sets } of done) {
    const left = Map.groupBy(sets, ({ movementId }) => movementId)
    for (const occurrence of occurrences.get(session) ?? []) {
      if (occurrence.isRelief) continue
      const of = occurrence.item.movementId
      const own = taken(left, occurrence)
      const before = threads.get(occurrence.key)
      const known = before !== undefined && day - before.day <= LAYOFF_DAYS ? before : undefined
      const thread = judged(occurrence, known, own, day, question, shares.get(of) ?? 1)
      if (thread === undefined) continue
      threads.set(occurrence.key, thread)
      const planned = occurrence.nextMaximumKg
      if (planned !== undefined && thread.state.maxKg !== undefined) shares.set(of, thread.state.maxKg / planned)
    }
  }
  const open = plan.order.filter((session) => !isDone(session) && !plan.skipped.includes(session))
  const days = new Map(plan.weeks.flatMap((week) => week.days.map((day) => [day.session, day] as const)))
  const held = new Set<string>()
  return open.flatMap((session): ProgramDay[] => {
    const day = days.get(session)
    const changes = (occurrences.get(session) ?? []).flatMap((occurrence) => {
      const thread = threads.get(occurrence.key)
      if (question.isSpared?.(occurrence.item.movementId) === true) return []
      if (thread !== undefined && today - thread.day > LAYOFF_DAYS && occurrence.item.rule?.style !== 'percent') return []
      const isNext = !held.has(occurrence.key)
      held.add(occurrence.key)
      const after = asked(occurrence, thread, question, shares.get(occurrence.item.movementId) ?? 1, isNext)
      return after === undefined ? [] : [{ ...occurrence, after }]
    })
    return day === undefined || changes.length === 0 ? [] : [withItems(day, changes)]
  })
}

const withItems = (
  day: ProgramDay,
  changes: readonly { readonly section: SessionSection; readonly index: number; readonly after: ProgramItem }[],
) => ({
  ...day,
  sections: changes.reduce(
    (sections, { section, index, after }) => ({ ...sections, [section]: sections[section].with(index, after) }),
    day.sections,
  ),
})

/** The sets that belong to this place: as many as were planned; to the last place of a movement all that are left. */
function taken(left: Map<MovementId, (DoneSet & { movementId: MovementId })[]>, { item, isLastOfDay, line }: Occurrence): DoneSet[] {
  const sets = left.get(item.movementId) ?? []
  const planned = line.filter(({ kind }) => kind !== 'warm_up').length
  left.set(item.movementId, sets.slice(planned))
  return isLastOfDay ? sets : sets.slice(0, planned)
}

function judged(
  occurrence: Occurrence,
  before: Thread | undefined,
  done: readonly DoneSet[],
  day: LocalDay,
  question: CarryQuestion,
  share: number,
): Thread | undefined {
  if (done.length === 0) return before
  const { rule, line, place } = occurrence
  if (rule.style === 'rir_ramp') {
    const { isShort, isUnfinished } = verdictOf(line, done)
    if (isUnfinished) return before
    const heldRir = isShort ? line.find(({ kind }) => kind !== 'warm_up')?.rir : undefined
    return { state: unplanned, reason: { code: isShort ? 'short' : 'ramp', ...(isShort && { facts: { misses: 1 } }) }, day, heldRir }
  }
  const state = stateBefore(occurrence, before?.state ?? unplanned, done, share)
  const step = progress(planOf(occurrence, { ...state, time: place.line + 1 }, question), done)
  return { state: step.state, reason: step.reason, day }
}

/** A lifter who did more than was planned is taken at their word; a training maximum is what the plan says, as far as it has come true. */
function stateBefore({ rule, item }: Occurrence, state: ProgressionState, done: readonly DoneSet[], share: number): ProgressionState {
  if (rule.style === 'percent') {
    const planned = item.table?.maximumKg
    return planned === undefined ? state : { ...state, maxKg: planned * share }
  }
  const lightest = Math.min(...done.map(({ loadKg }) => loadKg ?? 0))
  return state.loadKg !== undefined && rule.style !== 'build_to_drop' && lightest > state.loadKg ? { ...state, loadKg: lightest } : state
}

const planOf = ({ item, rule, lines }: Occurrence, state: ProgressionState, { loadsOf }: CarryQuestion): MovementInPlan => {
  const loads = loadsOf?.(item.movementId)
  return { rule, lines, state, ...(loads !== undefined && { loads }) }
}

/** The movement with what its rule asks for the next time; undefined where it stays as it is. */
function asked(
  occurrence: Occurrence,
  thread: Thread | undefined,
  question: CarryQuestion,
  share: number,
  isNext: boolean,
): ProgramItem | undefined {
  const { item, rule, place, isRelief } = occurrence
  if (rule.style === 'percent') return byPercent(occurrence, thread, question, share)
  if (thread === undefined || isRelief) return undefined
  if (rule.style === 'rir_ramp') {
    const { heldRir } = thread
    if (heldRir === undefined || !isNext) return undefined
    return told(
      item,
      item.sets.map((set) => (set.kind === 'warm_up' ? set : { ...set, rir: Math.max(set.rir, heldRir) })),
      thread.reason,
    )
  }
  const { sets } = progress(planOf(occurrence, { ...thread.state, time: place.line }, question), null)
  // What is held for seconds has no repetition to add.
  if (thread.reason.code === 'reps_up' && sets.every(({ reps }, i) => reps === item.sets[i]!.reps)) return undefined
  return told(
    item,
    item.sets.map((set, i) => (set.kind === 'warm_up' ? set : sets[i]!)),
    thread.reason,
  )
}

function byPercent(occurrence: Occurrence, thread: Thread | undefined, question: CarryQuestion, share: number): ProgramItem | undefined {
  const { item, place } = occurrence
  const planned = item.table?.maximumKg
  const maxKg = planned === undefined ? thread?.state.maxKg : planned * share
  if (maxKg === undefined || (planned !== undefined && share === 1)) return undefined // as the plan has it
  const { sets } = progress(planOf(occurrence, { ...unplanned, maxKg, time: place.line }, question), null)
  const after = item.sets.map((set, i) => (set.percent === undefined ? set : sets[i]!))
  return thread === undefined ? { ...item, sets: after } : told(item, after, thread.reason)
}

function told(item: ProgramItem, sets: ProgramItem['sets'], reason: ProgramReason): ProgramItem | undefined {
  const loadKg = heaviestOf(sets.map(({ reps, loadKg }) => ({ reps, loadKg })))
  const about: ProgramReason = loadKg === undefined ? reason : { ...reason, facts: { ...reason.facts, loadKg } }
  return { ...item, sets, reason: [sayStep(about), item.reason].filter(Boolean).join(' '), reasons: [about, ...item.reasons].slice(0, 30) }
}
