import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import {
  type AthleteId,
  isoOfDay,
  type ProgramDay,
  type ProgramItem,
  type ProgramSet,
  type Reps,
  type Rir,
  type Seconds,
  sessionSections,
} from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import type { Ctx } from '../../platform/context.ts'
import { dropSessionPlan, keepSessionPlan } from '../logging/index.ts'
import { carriedPlan } from './carrying.service.ts'
import { type Lived, noRecord } from './lived.service.ts'
import { saveSession, type SessionRecord } from './sessions.repository.ts'

/** So many sessions ahead are on the phone: a week or more, for who has no network there. */
const AHEAD = 5
/** Before every routine that the lifter has placed. */
const FIRST_POSITION = -1e6

/**
 * Brings the plans that the phones hold up to date: the next sessions of a program that is trained, as they are now, and those that were or are
 * begun out of their turn (`also`); of any other program, none.
 */
export async function bringToPhones(ctx: Ctx, athleteId: AthleteId, life: Lived, also: readonly number[] = []): Promise<Lived> {
  const { program, schedule } = life
  const { id } = program
  const sessions = new Map(life.sessions)
  const keep = async (record: SessionRecord) => {
    await saveSession(ctx.db, athleteId, record)
    sessions.set(record.session, record)
  }
  const open = schedule.filter(({ status }) => status === 'next' || status === 'planned')
  const hasPlan = (session: number) => (sessions.get(session)?.routineId ?? null) !== null
  const ahead = program.state === 'active' ? open.filter(({ session }, i) => i < AHEAD || also.includes(session) || hasPlan(session)) : []
  const wanted = new Set(ahead.map(({ session }) => session))
  for (const record of life.sessions.values()) {
    if (record.routineId === null || wanted.has(record.session)) continue
    await dropSessionPlan(ctx, athleteId, record.routineId)
    // A session that is done stays findable by the plan it was done with; one that is not gets a new plan when its turn comes.
    if (record.doneAt === null) await keep({ ...record, routineId: null })
  }
  const plan = ahead.length === 0 ? life.plan : await carriedPlan(ctx, athleteId, life)
  for (const [i, { session, week, day }] of ahead.entries()) {
    const planned = dayOfSession(plan, session)
    if (planned === undefined) continue
    const record = sessions.get(session) ?? noRecord(id, session)
    const routineId = await keepSessionPlan(ctx, athleteId, record.routineId, {
      name: planned.name,
      folder: program.name,
      position: FIRST_POSITION + i,
      items: routineItems(planned),
      program: { programId: id, session, week, ...(day !== undefined && { day: isoOfDay(day) }) },
    })
    if (routineId !== record.routineId) await keep({ ...record, doneAt: null, workoutId: null, routineId })
  }
  return { ...life, sessions }
}

const MOST_ITEMS = 50
const MOST_RIR = 5

/** A session as an ordinary plan: its sections one after another; loads are left to the engine but where a scheme fixes them. */
export function routineItems(day: ProgramDay): RoutineItem[] {
  let marks = 0
  return sessionSections
    .flatMap((section) => {
      const markOf = new Map<number, number>()
      return day.sections[section].map((item) => {
        if (item.superset !== undefined && !markOf.has(item.superset)) markOf.set(item.superset, marks++)
        return routineItem(item, item.superset === undefined ? undefined : markOf.get(item.superset))
      })
    })
    .slice(0, MOST_ITEMS)
}

function routineItem(item: ProgramItem, superset: number | undefined): RoutineItem {
  const rest = item.restSeconds as Seconds
  return {
    movementId: item.movementId,
    sets: item.sets.slice(0, 50).map((set) => plannedSet(set, rest)),
    ...(superset !== undefined && { superset: Math.min(superset, 50), roundRestSeconds: rest }),
    ...(item.reason !== '' && { note: item.reason }),
  }
}

function plannedSet({ kind, reps, repHigh, rir, loadKg, durationSeconds, distanceMeters }: ProgramSet, restSeconds: Seconds): PlannedSet {
  const isCounted = durationSeconds === undefined && distanceMeters === undefined
  return {
    kind: kind ?? 'working',
    ...(isCounted && { repLow: Math.max(1, reps) as Reps, repHigh: Math.max(reps, repHigh) as Reps, rir: Math.min(rir, MOST_RIR) as Rir }),
    ...(loadKg !== undefined && { loadKg }),
    restSeconds,
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distanceMeters !== undefined && { distanceMeters }),
  }
}
