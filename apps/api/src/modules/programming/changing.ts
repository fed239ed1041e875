import { type PlanChange, Problem } from '@gymgenius/contracts'
import type { MovementId, PatchOp, ProgramDay, ProgramItem, ProgramReason, SessionSection } from '@gymgenius/domain'
import { localDayOf, sessionSections } from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import { fitToMinutes, mergeSessions } from '@gymgenius/engine/program-life'
import { deloaded, knownIn } from '@gymgenius/engine/programming'
import { programDaySeconds } from '@gymgenius/engine/session-time'
import type { Plannable } from '../movements/index.ts'
import type { Lived } from './lived.service.ts'

/** What a change comes to: its ops, why, and what to know before deciding. */
export interface Meant {
  readonly ops: readonly PatchOp[]
  readonly reason: ProgramReason
  readonly notices: readonly ProgramReason[]
}

/** Changes that need no program made anew. */
export type SmallChange = Exclude<PlanChange, { readonly kind: 'days' | 'split' }>

type Movements = ReadonlyMap<MovementId, Plannable>

/** What the lifter wants, as ops on the plan as it is now; throws a Problem where it names what is not there, or is done. */
export function meant(life: Lived, change: SmallChange, movements: Movements): Meant {
  const reason = { code: `asked_${change.kind}`, facts: factsOf(change) }
  const told = small(life, change, movements)
  return 'ops' in told ? { reason, ...told } : { reason, ops: told, notices: [] }
}

function small(life: Lived, change: SmallChange, movements: Movements): readonly PatchOp[] | Omit<Meant, 'reason'> {
  const { plan } = life
  const { pace } = knownIn(life.report)
  const movementOf = (id: MovementId) => movements.get(id)
  if (change.kind === 'deload') return deload(life, change.days, movements)
  const day = openDay(life, change.session)
  const { session } = change
  switch (change.kind) {
    case 'swap':
      return swap(life, change, movements)
    case 'move':
      return moved(life, session, change.before)
    case 'pin': {
      const before = plan.pinned.find((one) => one.session === session)?.day ?? null
      if (change.day !== null) refusePast(change.day, life)
      return change.day === before ? nothing() : [{ op: 'pin', session, before, after: change.day }]
    }
    case 'rest': {
      const before = plan.rests.find((one) => one.session === session)?.days ?? 0
      return change.days === before ? nothing() : [{ op: 'rest', session, before, after: change.days }]
    }
    case 'skip':
      return plan.skipped.includes(session) ? nothing() : [{ op: 'skip', session }]
    case 'take_up':
      return plan.skipped.includes(session) ? [{ op: 'take_up', session }] : nothing()
    case 'merge': {
      const other = openDay(life, change.with)
      if (change.with === session) return nothing()
      const minutes = change.minutes ?? Math.max(day.minutes, other.minutes)
      const { day: after, cuts, seconds } = mergeSessions(day, other, minutes, movementOf, pace)
      const skips: PatchOp[] = plan.skipped.includes(change.with) ? [] : [{ op: 'skip', session: change.with }]
      const takenUp: PatchOp[] = plan.skipped.includes(session) ? [{ op: 'take_up', session }] : []
      return {
        ops: [{ op: 'replace_day', session, before: day, after }, ...skips, ...takenUp],
        notices: fitNotices(cuts, seconds, minutes),
      }
    }
    case 'fit': {
      const { day: after, cuts, seconds } = fitToMinutes(day, change.minutes, movementOf, pace)
      const ops: PatchOp[] = [{ op: 'replace_day', session, before: day, after }]
      return { ops: cuts.length === 0 ? nothing() : ops, notices: fitNotices(cuts, seconds, change.minutes) }
    }
    case 'edit':
      return [{ op: 'replace_day', session, before: day, after: handWritten(change.to, session, movements, pace) }]
  }
}

/** Nothing would be different: no change is kept. */
function nothing(): never {
  throw new Problem('programming.nothing_left')
}

/** A phone that travels may be a day behind the lifter's own time. */
function refusePast(day: string, { today }: Lived): void {
  if (localDayOf(day) >= today - 1) return
  const errors = [{ pointer: '/change/day', code: 'out_of_range', message: 'Must be today or later' }]
  throw new Problem('request.invalid', { errors })
}

/** A session that is still to be done. */
function openDay({ plan, done }: Lived, session: number): ProgramDay {
  const day = dayOfSession(plan, session)
  if (day === undefined) throw new Problem('programming.session_not_found', { session })
  if (done.has(session)) throw new Problem('programming.session_done', { session })
  return day
}

function swap(life: Lived, change: Extract<PlanChange, { kind: 'swap' }>, movements: Movements): Omit<Meant, 'reason'> {
  const { plan, done } = life
  const to = movements.get(change.toMovementId)
  if (to === undefined) throw new Problem('movements.unknown', { movementId: change.toMovementId })
  const sessions = change.everywhere ? plan.order.filter((session) => !done.has(session)) : [change.session]
  const ops = sessions.flatMap((session): PatchOp[] => {
    const day = dayOfSession(plan, session)!
    const swaps = sessionSections.flatMap((section) =>
      day.sections[section].flatMap((before, index): (PatchOp & { op: 'replace_item' })[] =>
        before.movementId === change.movementId
          ? [{ op: 'replace_item', session, section, index, before, after: swapped(before, to) }]
          : [],
      ),
    )
    return swaps.length === 0 ? [] : [...swaps, ...timedAnew(day, swaps, life, movements)]
  })
  if (ops.length === 0 || to.id === change.movementId) return nothing()
  const twice = sessions.filter((session) => itemsWith(dayOfSession(plan, session)!, to.id) > 0)
  return {
    ops,
    notices: twice.length === 0 ? [] : [{ code: 'movement_twice', facts: { movement: to.name, session: twice[0]! } }],
  }
}

/** Another movement takes other time to set up and to do: the session says what it takes now. */
function timedAnew(
  day: ProgramDay,
  swaps: readonly (PatchOp & { op: 'replace_item' })[],
  { report }: Lived,
  movements: Movements,
): PatchOp[] {
  const sections = swaps.reduce((now, { section, index, after }) => ({ ...now, [section]: now[section].with(index, after) }), day.sections)
  const minutes = Math.round(programDaySeconds(sections, (id) => movements.get(id), knownIn(report).pace) / 60)
  const before = { ...day, sections }
  return minutes === day.minutes ? [] : [{ op: 'replace_day', session: day.session, before, after: { ...before, minutes } }]
}

/** The same sets with another movement: its load is another, so the engine proposes it. */
function swapped(item: ProgramItem, to: Plannable): ProgramItem {
  const timed = to.countedIn === 'seconds'
  const sets = item.sets.map(({ loadKg: _load, percent: _percent, ...set }) =>
    timed === (set.durationSeconds !== undefined)
      ? set
      : timed
        ? { ...set, reps: 1, repHigh: 1, durationSeconds: 30 as never }
        : countedSet(set, to),
  )
  const { progression, rule, table, ...plain } = item
  return {
    ...plain,
    ...(progression !== 'percent' && ruleOf({ progression, rule, table })),
    movementId: to.id,
    movement: to.name,
    pattern: to.pattern,
    muscles: to.muscles.toSorted((a, b) => b.share - a.share).map(({ muscle }) => muscle),
    sets,
    reason: `You chose it in place of ${item.movement}.`,
    reasons: [{ code: 'chosen_by_hand', facts: { before: item.movement } }],
  }
}

/** How it gets harder stays, but for percentages: they were of another movement's maximum. */
const ruleOf = ({ progression, rule, table }: Pick<ProgramItem, 'progression' | 'rule' | 'table'>) => ({
  ...(progression !== undefined && { progression }),
  ...(rule !== undefined && { rule }),
  ...(table !== undefined && { table: { line: table.line, lines: table.lines } }),
})

function countedSet<S extends { durationSeconds?: unknown }>(set: S, { repRange: [reps, repHigh] }: Plannable) {
  const { durationSeconds: _seconds, ...counted } = set
  return { ...counted, reps, repHigh } as unknown as ProgramItem['sets'][number]
}

const itemsWith = (day: ProgramDay, id: MovementId) =>
  Object.values(day.sections)
    .flat()
    .filter(({ movementId }) => movementId === id).length

function moved(life: Lived, session: number, before: number | null): PatchOp[] {
  const { order } = life.plan
  if (before !== null && !order.includes(before)) throw new Problem('programming.session_not_found', { session: before })
  if (before !== null && life.done.has(before)) throw new Problem('programming.session_done', { session: before })
  const rest = order.filter((one) => one !== session)
  const at = before === null ? rest.length : rest.indexOf(before)
  const after = before === session ? order : rest.toSpliced(at, 0, session)
  return after.every((one, i) => one === order[i]) ? nothing() : [{ op: 'reorder', before: order, after }]
}

/** The sessions of the days that come, relieved; what is light already stays as it is. */
function deload(life: Lived, days: number, movements: Movements): Omit<Meant, 'reason'> {
  const { plan, schedule, today } = life
  const open = schedule.filter(({ status }) => status === 'next' || status === 'planned')
  const within = open.filter(({ day }, i) => (day === undefined ? i < perWeek(life, days) : day < today + days))
  const chosen = within.length === 0 ? open.slice(0, 1) : within
  const before = chosen.map(({ session }) => dayOfSession(plan, session)!).filter((day) => !isLight(day))
  const { pace } = knownIn(life.report)
  const minutesOf = (day: ProgramDay) => Math.round(programDaySeconds(day.sections, (id) => movements.get(id), pace) / 60)
  const after = deloaded({ week: 1, block: 'deload', days: before }, { minutesOf }).days
  const ops = before.map((day, i): PatchOp => ({ op: 'replace_day', session: day.session, before: day, after: after[i]! }))
  return { ops: ops.length === 0 ? nothing() : ops, notices: [] }
}

const isLight = ({ sections }: ProgramDay) =>
  Object.values(sections)
    .flat()
    .some(({ reasons }) => reasons.some(({ code }) => code === 'deload' || code === 'taper'))

const perWeek = ({ program, plan }: Lived, days: number) =>
  Math.max(1, Math.round(((plan.weeks[0]?.days.length ?? 1) * days) / (program.request?.microcycleDays ?? 7)))

/** A session as the lifter wrote it: names, patterns and minutes are what they are, whatever was sent. */
export function handWritten(day: Omit<ProgramDay, 'date'>, session: number, movements: Movements, pace: number | undefined): ProgramDay {
  const sections = Object.fromEntries(
    sessionSections.map((section: SessionSection) => [
      section,
      day.sections[section].map((item) => {
        const movement = movements.get(item.movementId)
        if (movement === undefined) throw new Problem('movements.unknown', { movementId: item.movementId })
        const muscles = movement.muscles.toSorted((a, b) => b.share - a.share).map(({ muscle }) => muscle)
        return { ...item, movement: movement.name, pattern: movement.pattern, muscles }
      }),
    ]),
  ) as unknown as ProgramDay['sections']
  const minutes = Math.round(programDaySeconds(sections, (id) => movements.get(id), pace) / 60)
  return { ...day, session, minutes, sections }
}

type Cuts = ReturnType<typeof fitToMinutes>['cuts']

/** What went, and whether that was enough. */
function fitNotices(cuts: Cuts, seconds: number, minutes: number): ProgramReason[] {
  const gone = cuts.map(({ cut, section, movement, ...more }): ProgramReason => ({
    code: `cut_${cut}`,
    facts: { section, movement, ...more },
  }))
  const isLonger = seconds > minutes * 60 * 1.05
  return isLonger ? [...gone, { code: 'no_shorter', facts: { minutes: Math.round(seconds / 60) } }] : gone
}

/** What of a change is worth telling later; a session written by hand is in its diff. */
function factsOf(change: SmallChange): Record<string, string | number> {
  const { kind: _kind, ...said } = change
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [])),
  )
}
