import type { Agenda, AgendaDay, getNextSession, OutputOf } from '@gymgenius/contracts'
import { type AthleteId, isoOfDay, type ProgramId } from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import type { ScheduledSession } from '@gymgenius/engine/program-life'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { carriedPlan } from './carrying.service.ts'
import { type Lived, lived, livedProgram } from './lived.service.ts'
import { patchesOf } from './patches.repository.ts'
import { activeProgram } from './programs.repository.ts'

export const getAgendaOf = async (ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<Agenda> =>
  agendaOf(ctx, athleteId, await livedProgram(ctx, athleteId, id))

export async function agendaOf(ctx: Ctx, athleteId: AthleteId, life: Lived): Promise<Agenda> {
  const { program, schedule } = life
  const patches = await patchesOf(ctx.db, athleteId, program.id)
  return {
    programId: program.id,
    ...(program.startedOn !== null && { startedOn: program.startedOn }),
    ...(program.weekdays !== null && { weekdays: [...program.weekdays] }),
    items: schedule.map((one) => agendaDay(life, one)),
    proposals: patches.filter(({ state }) => state === 'proposed').length,
  }
}

function agendaDay({ plan, sessions }: Lived, { session, week, status, day, isPinned, restDays, daysLate }: ScheduledSession): AgendaDay {
  const { name = '', minutes = 0 } = dayOfSession(plan, session) ?? {}
  const { routineId, workoutId } = sessions.get(session) ?? { routineId: null, workoutId: null }
  return {
    session,
    week,
    name,
    minutes,
    status,
    ...(day !== undefined && { day: isoOfDay(day) }),
    isPinned,
    restDays,
    ...(daysLate !== undefined && { daysLate }),
    ...(routineId !== null && { routineId }),
    ...(workoutId !== null && { workoutId }),
  }
}

/** The next session of the program that is trained. */
export async function nextSession(ctx: Ctx, { athleteId }: Athlete): Promise<OutputOf<typeof getNextSession, 'reply'>> {
  const program = await activeProgram(ctx.db, athleteId)
  if (program === undefined) return { next: null }
  const life = await lived(ctx, athleteId, program)
  const next = life.schedule.find(({ status }) => status === 'next')
  const day = next && dayOfSession(await carriedPlan(ctx, athleteId, life), next.session)
  if (next === undefined || day === undefined) return { next: null }
  const { date: _date, ...session } = day
  return { next: { programId: program.id, program: program.name, week: next.week, agenda: agendaDay(life, next), session } }
}
