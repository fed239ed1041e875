import type { LivedPlan, PatchOp, ProgramDay, ProgramItem, ProgramWeek, SessionSection } from '@gymgenius/domain'

/** The plan after a patch; or, where the plan is no longer what the patch was made for, the place of the op that does not fit. */
export type Applied = { readonly ok: true; readonly plan: LivedPlan } | { readonly ok: false; readonly at: number }

/**
 * Applies all ops in their order, or none. Each is done only where what it says was there before is there: a patch is never half right.
 * The plan that comes out is new; the one that goes in stays as it is.
 */
export function applyPatch(plan: LivedPlan, ops: readonly PatchOp[]): Applied {
  let after: LivedPlan = plan
  for (const [at, op] of ops.entries()) {
    const next = applied(after, op)
    if (next === undefined) return { ok: false, at }
    after = next
  }
  return { ok: true, plan: after }
}

/** What takes a patch back: its ops turned round, the last first. */
export const invertPatch = (ops: readonly PatchOp[]): readonly PatchOp[] => ops.toReversed().map(turnedRound)

function turnedRound(op: PatchOp): PatchOp {
  switch (op.op) {
    case 'add_item':
      return { ...op, op: 'remove_item' }
    case 'remove_item':
      return { ...op, op: 'add_item' }
    case 'skip':
      return { ...op, op: 'take_up' }
    case 'take_up':
      return { ...op, op: 'skip' }
    default:
      return { ...op, before: op.after, after: op.before } as PatchOp
  }
}

function applied(plan: LivedPlan, op: PatchOp): LivedPlan | undefined {
  switch (op.op) {
    case 'replace_day':
      return withDay(plan, op.session, (day) => (same(day, op.before) ? op.after : undefined))
    case 'replace_item':
      return withItems(plan, op, (items) => (same(items[op.index], op.before) ? items.with(op.index, op.after) : undefined))
    case 'add_item':
      return withItems(plan, op, (items) => (op.index <= items.length ? items.toSpliced(op.index, 0, op.item) : undefined))
    case 'remove_item':
      return withItems(plan, op, (items) => (same(items[op.index], op.item) ? items.toSpliced(op.index, 1) : undefined))
    case 'replace_weeks':
      return same(plan.weeks.slice(op.from, op.from + op.before.length), op.before) && op.from <= plan.weeks.length
        ? { ...plan, weeks: plan.weeks.toSpliced(op.from, op.before.length, ...op.after) }
        : undefined
    case 'reorder':
      return same(plan.order, op.before) ? { ...plan, order: op.after } : undefined
    case 'skip':
      return plan.skipped.includes(op.session) || !plan.order.includes(op.session)
        ? undefined
        : { ...plan, skipped: [...plan.skipped, op.session].sort(byNumber) }
    case 'take_up':
      return plan.skipped.includes(op.session) ? { ...plan, skipped: plan.skipped.filter((one) => one !== op.session) } : undefined
    case 'pin': {
      const pinned = plan.pinned.find(({ session }) => session === op.session)?.day ?? null
      return pinned === op.before
        ? { ...plan, pinned: placed(plan.pinned, op.session, op.after === null ? undefined : { day: op.after }) }
        : undefined
    }
    case 'rest': {
      const days = plan.rests.find(({ session }) => session === op.session)?.days ?? 0
      return days === op.before
        ? { ...plan, rests: placed(plan.rests, op.session, op.after === 0 ? undefined : { days: op.after }) }
        : undefined
    }
  }
}

/** The session of this number, wherever it stands. */
export function dayOfSession(plan: Pick<LivedPlan, 'weeks'>, session: number): ProgramDay | undefined {
  for (const { days } of plan.weeks) for (const day of days) if (day.session === session) return day
  return undefined
}

function withDay(plan: LivedPlan, session: number, change: (day: ProgramDay) => ProgramDay | undefined): LivedPlan | undefined {
  for (const [w, week] of plan.weeks.entries()) {
    const d = week.days.findIndex((day) => day.session === session)
    if (d < 0) continue
    const day = change(week.days[d]!)
    if (day === undefined) return undefined
    const changed: ProgramWeek = { ...week, days: week.days.with(d, day) }
    return { ...plan, weeks: plan.weeks.with(w, changed) }
  }
  return undefined
}

const withItems = (
  plan: LivedPlan,
  { session, section }: { readonly session: number; readonly section: SessionSection },
  change: (items: readonly ProgramItem[]) => readonly ProgramItem[] | undefined,
): LivedPlan | undefined =>
  withDay(plan, session, (day) => {
    const items = change(day.sections[section])
    return items && { ...day, sections: { ...day.sections, [section]: items } }
  })

/** A list by session number with one entry put in, written anew or taken out: always in the same order, so that undo restores bytes. */
const placed = <What extends object>(list: readonly (What & { readonly session: number })[], session: number, what: What | undefined) =>
  [...list.filter((one) => one.session !== session), ...(what === undefined ? [] : [{ session, ...what }])].sort((a, b) =>
    byNumber(a.session, b.session),
  )

const byNumber = (a: number, b: number) => a - b
const same = (a: unknown, b: unknown) => a !== undefined && JSON.stringify(a) === JSON.stringify(b)
