import type { LivedPlan, PatchOp, ProgramDay, ProgramItem, ProgramReason, ProgramWeek } from '@gymgenius/domain'

/** What a patch means to who reads it: one line a difference, the same in the same order every time. */
export const diffOf = (ops: readonly PatchOp[]): ProgramReason[] => ops.flatMap(lines)

function lines(op: PatchOp): ProgramReason[] {
  switch (op.op) {
    case 'replace_day':
      return dayLines(op.before, op.after)
    case 'replace_item':
      return itemLines(op.session, op.before, op.after)
    case 'add_item':
      return [line('movement_added', { session: op.session, movement: op.item.movement, sets: op.item.sets.length })]
    case 'remove_item':
      return [line('movement_removed', { session: op.session, movement: op.item.movement, sets: op.item.sets.length })]
    case 'replace_weeks':
      return [
        line('weeks_replaced', {
          from: op.before[0]?.week ?? op.after[0]?.week ?? op.from + 1,
          weeksBefore: op.before.length,
          weeksAfter: op.after.length,
          sessionsBefore: sessionsIn(op.before),
          sessionsAfter: sessionsIn(op.after),
        }),
      ]
    case 'reorder':
      return movedLines(op.before, op.after)
    case 'skip':
      return [line('session_skipped', { session: op.session })]
    case 'take_up':
      return [line('session_taken_up', { session: op.session })]
    case 'pin':
      return [
        op.after === null
          ? line('session_unpinned', { session: op.session })
          : line('session_pinned', { session: op.session, day: op.after }),
      ]
    case 'rest':
      return [line('rest_days', { session: op.session, before: op.before, after: op.after })]
  }
}

function dayLines(before: ProgramDay, after: ProgramDay): ProgramReason[] {
  const session = before.session
  const [was, is] = [itemsOf(before), itemsOf(after)]
  const gone = was.filter((item) => !is.some(({ movementId }) => movementId === item.movementId))
  const come = is.filter((item) => !was.some(({ movementId }) => movementId === item.movementId))
  const stayed = is.flatMap((item) => {
    const old = was.find(({ movementId }) => movementId === item.movementId)
    return old === undefined ? [] : setLines(session, old, item)
  })
  return [
    ...gone.map(({ movement, sets }) => line('movement_removed', { session, movement, sets: sets.length })),
    ...come.map(({ movement, sets }) => line('movement_added', { session, movement, sets: sets.length })),
    ...stayed,
    ...(before.minutes === after.minutes ? [] : [line('minutes', { session, before: before.minutes, after: after.minutes })]),
  ]
}

const itemLines = (session: number, before: ProgramItem, after: ProgramItem): ProgramReason[] =>
  before.movementId === after.movementId
    ? setLines(session, before, after)
    : [line('movement_swapped', { session, before: before.movement, after: after.movement })]

function setLines(session: number, before: ProgramItem, after: ProgramItem): ProgramReason[] {
  const { movement } = after
  if (JSON.stringify(before.sets) === JSON.stringify(after.sets)) return []
  if (before.sets.length !== after.sets.length)
    return [line('sets', { session, movement, before: before.sets.length, after: after.sets.length })]
  return [line('sets_changed', { session, movement, sets: after.sets.length })]
}

/** As few as explain the new order: all that kept their order among each other stay untold. Of two that change places the earlier one is told. */
function movedLines(before: readonly number[], after: readonly number[]): ProgramReason[] {
  const placeOf = new Map(before.map((session, place) => [session, place]))
  const common = after.filter((session) => placeOf.has(session))
  const stayed = new Set(longestRising(common, (session) => placeOf.get(session)!))
  return common.flatMap((session, i) => {
    if (stayed.has(session)) return []
    const next = common.slice(i + 1).find((one) => stayed.has(one))
    return [line('session_moved', { session, before: next ?? 0 })]
  })
}

/** The longest part of a list that rises; of several, the one of what comes last. */
function longestRising<Item>(list: readonly Item[], valueOf: (item: Item) => number): Item[] {
  // From behind: the longest part that begins at each place.
  const lengths: number[] = []
  const nexts: (number | undefined)[] = []
  let start: number | undefined
  for (let i = list.length - 1; i >= 0; i--) {
    lengths[i] = 1
    for (let j = i + 1; j < list.length; j++) {
      if (valueOf(list[j]!) < valueOf(list[i]!) || lengths[j]! + 1 < lengths[i]!) continue
      lengths[i] = lengths[j]! + 1
      nexts[i] = j
    }
    if (start === undefined || lengths[i]! > lengths[start]!) start = i
  }
  const part: Item[] = []
  for (let at = start; at !== undefined; at = nexts[at]) part.push(list[at]!)
  return part
}

export const itemsOf = (day: ProgramDay): ProgramItem[] => Object.values(day.sections).flat()
const sessionsIn = (weeks: readonly ProgramWeek[]) => weeks.reduce((sum, { days }) => sum + days.length, 0)
const line = (code: string, facts: Readonly<Record<string, string | number>>): ProgramReason => ({ code, facts })

/** Every session of a plan in the order of its weeks. */
export const sessionsOfWeeks = ({ weeks }: Pick<LivedPlan, 'weeks'>): number[] =>
  weeks.flatMap(({ days }) => days.map(({ session }) => session))
