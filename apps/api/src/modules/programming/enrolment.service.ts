import { type Agenda, type enrol, type markSession, type OutputOf, Problem, type startSession } from '@gymgenius/contracts'
import { type GymId, isoOfDay, type ProgramId, type WorkoutId } from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { startWorkout, workoutsThatAreThere } from '../logging/index.ts'
import { agendaOf } from './agenda.service.ts'
import { type Lived, livedProgram, noRecord } from './lived.service.ts'
import { bringToPhones } from './phone.service.ts'
import { todayOf } from './peaking.ts'
import { activeProgram, planOf, updateProgram } from './programs.repository.ts'
import { ownProgram } from './own.service.ts'
import { saveSession } from './sessions.repository.ts'

/** Begins a program, or says anew from when; the one trained until now is put down as it is. */
export async function enrolIn(
  ctx: Ctx,
  { athleteId }: Athlete,
  id: ProgramId,
  { startsOn, weekdays }: OutputOf<typeof enrol, 'body'>,
): Promise<Agenda> {
  await nextChangeSeq(ctx, athleteId, 0)
  const { request } = await ownProgram(ctx, athleteId, id)
  const made = await planOf(ctx.db, athleteId, id)
  if (made === undefined) throw new Problem('programming.not_ready')
  const now = ctx.clock.now()
  const before = await activeProgram(ctx.db, athleteId)
  if (before !== undefined && before.id !== id) {
    await updateProgram(ctx.db, athleteId, before.id, { state: 'draft' }, now)
    await bringToPhones(ctx, athleteId, await livedProgram(ctx, athleteId, before.id))
  }
  const today = await todayOf(ctx, athleteId)
  const first = made.plan.weeks[0]?.days[0]?.date
  // One that leads to a test does not begin before its first week: its last one would not meet the day.
  const usual = request?.peakOn !== undefined && first !== undefined && first > today ? first : today
  const tied = weekdays === undefined ? null : [...new Set(weekdays)].sort((a, b) => a - b)
  await updateProgram(ctx.db, athleteId, id, { state: 'active', startedOn: startsOn ?? isoOfDay(usual), weekdays: tied }, now)
  return agendaOf(ctx, athleteId, await bringToPhones(ctx, athleteId, await livedProgram(ctx, athleteId, id)))
}

/** Puts a program down. What was done stays done; taken up again, it goes on from there. */
export async function leave(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<void> {
  const program = await ownProgram(ctx, athleteId, id)
  if (program.state !== 'active') return
  await updateProgram(ctx.db, athleteId, id, { state: 'draft' }, ctx.clock.now())
  await bringToPhones(ctx, athleteId, await livedProgram(ctx, athleteId, id, true))
}

/** Starts a workout from a session, also from one that is not next: the order is the lifter's. */
export async function startFrom(
  ctx: Ctx,
  actor: Athlete,
  { id, session }: { readonly id: ProgramId; readonly session: number },
  { workoutId, gymId }: { readonly workoutId?: WorkoutId | undefined; readonly gymId?: GymId | undefined },
): Promise<OutputOf<typeof startSession, 'reply'>> {
  const { athleteId } = actor
  const life = await livedProgram(ctx, athleteId, id, true)
  if (dayOfSession(life.plan, session) === undefined) throw new Problem('programming.session_not_found')
  if (life.program.state !== 'active') throw new Problem('programming.not_started')
  if (life.done.has(session)) throw new Problem('programming.session_done')
  const routineId = await planOnPhone(ctx, actor, life, session)
  const workout = await startWorkout(ctx, actor, {
    routineId,
    ...(workoutId !== undefined && { id: workoutId }),
    ...(gymId !== undefined && { gymId }),
  })
  return { routineId, workout }
}

/** The plan that the phone holds of a session; made for one that is further ahead. */
async function planOnPhone(ctx: Ctx, { athleteId }: Athlete, life: Lived, session: number) {
  const { sessions } = await bringToPhones(ctx, athleteId, life, [session])
  const routineId = sessions.get(session)?.routineId ?? undefined
  if (routineId === undefined) throw new Problem('programming.session_not_found')
  return routineId
}

/** Says that a session is done, or that it is not. */
export async function markSessionOf(
  ctx: Ctx,
  { athleteId }: Athlete,
  { id, session }: { readonly id: ProgramId; readonly session: number },
  { isDone, workoutId }: OutputOf<typeof markSession, 'body'>,
): Promise<Agenda> {
  const life = await livedProgram(ctx, athleteId, id, true)
  if (dayOfSession(life.plan, session) === undefined) throw new Problem('programming.session_not_found')
  if (workoutId !== undefined && !(await workoutsThatAreThere(ctx, athleteId, [workoutId])).has(workoutId))
    throw new Problem('logging.workout_not_found')
  const record = life.sessions.get(session) ?? noRecord(id, session)
  const doneAt = isDone ? (record.doneAt ?? ctx.clock.now()) : null
  await saveSession(ctx.db, athleteId, { ...record, doneAt, workoutId: isDone ? (workoutId ?? record.workoutId) : null })
  return agendaOf(ctx, athleteId, await bringToPhones(ctx, athleteId, await livedProgram(ctx, athleteId, id)))
}
