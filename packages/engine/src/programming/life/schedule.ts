import { type LivedPlan, type LocalDay, localDayOf } from '@gymgenius/domain'

/** What life says of a program: when it began, what is done, and on which weekdays it is trained, where that was said. */
export interface Progress {
  readonly startedOn: LocalDay | undefined
  /** 0 is Monday; none: sessions follow each other. */
  readonly weekdays?: readonly number[] | undefined
  readonly done: readonly { readonly session: number; readonly day: LocalDay }[]
  readonly microcycleDays: number
}

export interface ScheduledSession {
  readonly session: number
  /** From 1, as the plan numbers its weeks. */
  readonly week: number
  readonly status: 'done' | 'next' | 'planned' | 'skipped'
  readonly day: LocalDay | undefined
  readonly isPinned: boolean
  readonly restDays: number
  /** Of the next: days since it was due. */
  readonly daysLate?: number | undefined
}

/**
 * The sessions in their order with the day each comes to lie on. What is next is the first of the order that is neither done nor left out:
 * a day that was missed moves the rest on and loses nothing. Days belong to places: whichever session comes third lies as long after the
 * second as the plan's third does. A pin sets a day, rest days push the rest. With weekdays, each waits for the next of them. Without a start no day is told.
 */
export function scheduleOf(plan: LivedPlan, progress: Progress, today: LocalDay): ScheduledSession[] {
  const weekOf = new Map(plan.weeks.flatMap(({ week, days }) => days.map(({ session }) => [session, week] as const)))
  const gaps = gapsOf(plan, progress.microcycleDays)
  const doneOn = new Map(progress.done.map(({ session, day }) => [session, day]))
  const lastDone = progress.done.reduce<LocalDay | undefined>((last, { day }) => (last === undefined || day > last ? day : last), undefined)
  // Where weekdays are said they make the gaps.
  const gapTo = (place: number) => (isTied(progress) ? 1 : Math.max(1, gaps[place] ?? 1))
  let before = lastDone
  let isFirst = true
  return plan.order.map((session, place) => {
    const restDays = plan.rests.find((one) => one.session === session)?.days ?? 0
    const pin = plan.pinned.find((one) => one.session === session)?.day
    const same = { session, week: weekOf.get(session) ?? 0, isPinned: pin !== undefined, restDays }
    const done = doneOn.get(session)
    if (done !== undefined) return { ...same, status: 'done', day: done }
    if (plan.skipped.includes(session)) return { ...same, status: 'skipped', day: undefined }
    const status = isFirst ? 'next' : 'planned'
    const wasFirst = isFirst
    isFirst = false
    if (progress.startedOn === undefined) return { ...same, status, day: undefined }
    const due =
      pin !== undefined
        ? localDayOf(pin)
        : onWeekday(before === undefined ? progress.startedOn + restDays : before + gapTo(place) + restDays, progress)
    const late = wasFirst && due < today ? today - due : undefined
    // A day of one's own that has passed is kept as it was said; everything else comes no earlier than today.
    const day = (wasFirst && due < today ? onWeekday(today, pin === undefined ? progress : {}) : due) as LocalDay
    before = before === undefined ? day : (Math.max(before, day) as LocalDay)
    return { ...same, status, day, ...(late !== undefined && { daysLate: late }) }
  })
}

/** Days from the place before, for each place of the program, as its weeks lay them out; the first has none before it. */
function gapsOf({ weeks }: LivedPlan, microcycleDays: number): readonly number[] {
  const gaps: number[] = []
  let last: number | undefined
  for (const { days } of weeks) {
    for (const offset of usualOffsets(days.length, microcycleDays)) {
      gaps.push(last === undefined ? 0 : offset - last)
      last = offset
    }
    if (last !== undefined && days.length > 0) last -= microcycleDays
  }
  return gaps
}

/** Where the sessions of a microcycle lie by habit: rest between them as even as whole days allow, and a longer one at its end. */
export const usualOffsets = (sessions: number, days: number): number[] =>
  days === 7 && sessions <= 7 ? [...WEEKS[sessions]!] : Array.from({ length: sessions }, (_, i) => Math.floor((i * days) / sessions))

const WEEKS: readonly (readonly number[])[] = [
  [],
  [0],
  [0, 3],
  [0, 2, 4],
  [0, 1, 3, 4],
  [0, 1, 2, 4, 5],
  [0, 1, 2, 3, 4, 5],
  [0, 1, 2, 3, 4, 5, 6],
]

const isTied = ({ weekdays }: Pick<Progress, 'weekdays'>) => weekdays !== undefined && weekdays.length > 0

function onWeekday(day: number, tied: Pick<Progress, 'weekdays'>): LocalDay {
  if (!isTied(tied)) return day as LocalDay
  for (let later = 0; later < 7; later++) if (tied.weekdays!.includes(weekdayOf(day + later))) return (day + later) as LocalDay
  return day as LocalDay
}

/** Monday is 0; the first day of 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
