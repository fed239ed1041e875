import { type LivedPlan, localDayOf, isoOfDay } from '@gymgenius/domain'
import { type Progress, scheduleOf } from '@gymgenius/engine/program-life'
import type { Agenda, Change, Program } from './types.ts'

export interface DayMoved {
  readonly session: number
  /** Undefined: it has no day. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/**
 * The sessions that come to lie on another day by a change of order or days, in their new order. The days before are the server's; both sides
 * of the comparison are laid out here by the same rules.
 */
export function daysMoved(program: Pick<Program, 'weeks' | 'request'>, agenda: Agenda, change: Change, today: string): DayMoved[] {
  if (agenda.startedOn === undefined) return []
  const plan = planOf(program, agenda)
  const after = changed(plan, change)
  if (after === undefined) return []
  const progress = progressOf(program, agenda, agenda.startedOn)
  const at = localDayOf(today)
  const was = new Map(scheduleOf(plan, progress, at).map(({ session, day }) => [session, day]))
  return scheduleOf(after, progress, at).flatMap(({ session, day }) => {
    const before = was.get(session)
    return before === day ? [] : [{ session, before: before && isoOfDay(before), after: day && isoOfDay(day) }]
  })
}

function planOf({ weeks = [] }: Pick<Program, 'weeks'>, { items }: Agenda): LivedPlan {
  return {
    weeks: weeks as LivedPlan['weeks'],
    order: items.map(({ session }) => session),
    skipped: items.flatMap(({ session, status }) => (status === 'skipped' ? [session] : [])),
    pinned: items.flatMap(({ session, isPinned, day }) => (isPinned && day !== undefined ? [{ session, day }] : [])),
    rests: items.flatMap(({ session, restDays }) => (restDays > 0 ? [{ session, days: restDays }] : [])),
  }
}

const progressOf = ({ request }: Pick<Program, 'request'>, { items, weekdays }: Agenda, startedOn: string): Progress => ({
  startedOn: localDayOf(startedOn),
  weekdays,
  done: items.flatMap(({ session, status, day }) => (status === 'done' && day !== undefined ? [{ session, day: localDayOf(day) }] : [])),
  microcycleDays: request?.microcycleDays ?? 7,
})

/** The plan after a change that touches only order and days; undefined for any other. */
function changed(plan: LivedPlan, change: Change): LivedPlan | undefined {
  switch (change.kind) {
    case 'move': {
      const rest = plan.order.filter((session) => session !== change.session)
      const at = change.before === null ? rest.length : rest.indexOf(change.before)
      return { ...plan, order: rest.toSpliced(at, 0, change.session) }
    }
    case 'pin': {
      const others = plan.pinned.filter(({ session }) => session !== change.session)
      return { ...plan, pinned: change.day === null ? others : [...others, { session: change.session, day: change.day }] }
    }
    case 'rest':
      return { ...plan, rests: [...plan.rests.filter(({ session }) => session !== change.session), change] }
    case 'skip':
      return { ...plan, skipped: [...plan.skipped, change.session] }
    case 'take_up':
      return { ...plan, skipped: plan.skipped.filter((session) => session !== change.session) }
    case 'merge':
      return { ...plan, skipped: [...plan.skipped, change.with] }
    default:
      return undefined
  }
}
