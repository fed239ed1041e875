import { Problem } from '@gymgenius/contracts'
import { type AthleteId, type LivedPlan, type LocalDay, localDays, localDayOf, type ProgramId, type WorkoutId } from '@gymgenius/domain'
import { type Progress, type ScheduledSession, scheduleOf } from '@gymgenius/engine/program-life'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { workoutsThatAreThere } from '../logging/index.ts'
import type { MadeProgram, ProgramRecord } from './programs.repository.ts'
import { planOf } from './programs.repository.ts'
import { ownProgram } from './own.service.ts'
import { type SessionRecord, sessionsOf } from './sessions.repository.ts'

/** A program in the middle of a life: its plan, what was done of it, and what day it is. */
export interface Lived {
  readonly program: ProgramRecord
  readonly plan: LivedPlan
  readonly report: MadeProgram['report']
  readonly sessions: ReadonlyMap<number, SessionRecord>
  /** Numbers of the sessions that are done. */
  readonly done: ReadonlySet<number>
  readonly progress: Progress
  readonly schedule: readonly ScheduledSession[]
  readonly today: LocalDay
}

/** Reads it whole. Whoever means to write takes the lifter's turn first: `forWriting`. */
export async function livedProgram(ctx: Ctx, athleteId: AthleteId, id: ProgramId, forWriting = false): Promise<Lived> {
  if (forWriting) await nextChangeSeq(ctx, athleteId, 0)
  return lived(ctx, athleteId, await ownProgram(ctx, athleteId, id))
}

export async function lived(ctx: Ctx, athleteId: AthleteId, program: ProgramRecord): Promise<Lived> {
  const made = await planOf(ctx.db, athleteId, program.id)
  if (made === undefined) throw new Problem('programming.not_ready')
  const records = await sessionsOf(ctx.db, athleteId, program.id)
  const there = await workoutsThatAreThere(
    ctx,
    athleteId,
    records.flatMap(({ workoutId }) => (workoutId === null ? [] : [workoutId])),
  )
  const dayOf = localDays((await settingsOf(ctx, athleteId)).timeZone)
  // A workout that was deleted takes its session back among those to be done.
  const done = records.filter(({ doneAt, workoutId }) => doneAt !== null && (workoutId === null || there.has(workoutId)))
  const progress: Progress = {
    startedOn: program.startedOn === null ? undefined : localDayOf(program.startedOn),
    weekdays: program.weekdays ?? undefined,
    done: done.map(({ session, doneAt }) => ({ session, day: dayOf(doneAt!) })),
    microcycleDays: program.request?.microcycleDays ?? 7,
  }
  const today = dayOf(ctx.clock.now())
  return {
    program,
    plan: made.plan,
    report: made.report,
    sessions: new Map(records.map((record) => [record.session, record])),
    done: new Set(done.map(({ session }) => session)),
    progress,
    schedule: scheduleOf(made.plan, progress, today),
    today,
  }
}

/** The same life with another plan, as it was just written: nothing is read again. */
export const withPlan = (life: Lived, { plan, report }: MadeProgram): Lived => ({
  ...life,
  plan,
  report,
  schedule: scheduleOf(plan, life.progress, life.today),
})

export const noRecord = (programId: ProgramId, session: number): SessionRecord => ({
  programId,
  session,
  routineId: null,
  workoutId: null as WorkoutId | null,
  doneAt: null,
})
