import { Problem } from '@gymgenius/contracts'
import { type AthleteId, evidenceOf, type LivedPlan, type ProgramDay, type RoutineId, type WorkoutId } from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import { type Athlete, type Ctx, request } from '../../platform/context.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import { workoutWithSets } from '../logging/index.ts'
import { applied, keepPatch, put } from './changes.keeping.ts'
import { type Lived, livedProgram } from './lived.service.ts'
import { patchesOf } from './patches.repository.ts'
import { bringToPhones } from './phone.service.ts'
import { saveSession, sessionOfRoutine, sessionOfWorkout } from './sessions.repository.ts'

/** A session counts as done when at least this share of its working sets was. */
const ENOUGH = 0.5

/**
 * A workout was finished: the session it was begun from is done, if enough of it was. One that fell silent moves the plan on by a day of rest,
 * which is told and can be taken back (requirement G11). Safe to be told twice.
 */
export async function workoutFinished(
  ctx: Ctx,
  { athleteId, workoutId }: { readonly athleteId: AthleteId; readonly workoutId: WorkoutId },
): Promise<void> {
  const workout = await workoutWithSets(ctx, athleteId, workoutId).catch(absent)
  if (workout?.routineId === undefined || workout.endedAt === undefined) return
  await nextChangeSeq(ctx, athleteId, 0)
  const record = await sessionOfRoutine(ctx.db, athleteId, workout.routineId as RoutineId)
  if (record === undefined) return
  const { programId, session } = record
  const planned = dayOfSession((await livedProgram(ctx, athleteId, programId)).plan, session)
  if (planned === undefined) return
  const worked = workout.sets.filter(({ kind }) => evidenceOf(kind) !== 'warm_up').length
  if (record.doneAt === null && worked > 0 && worked >= ENOUGH * workingSets(planned))
    await saveSession(ctx.db, athleteId, { ...record, workoutId, doneAt: Date.parse(workout.endedAt) as never })
  const life = await livedProgram(ctx, athleteId, programId)
  const isSilent = workout.endedBy === 'silence' && life.program.state === 'active'
  await bringToPhones(ctx, athleteId, isSilent ? await restADay(ctx, athleteId, life, workoutId) : life)
  await request(ctx, 'programming.weigh_signs', { athleteId, programId, workoutId })
}

/** A workout that was over was corrected, deleted or brought back: what it earned is reckoned anew, and the phones' plans with it. */
export async function workoutCorrected(
  ctx: Ctx,
  { athleteId, workoutId }: { readonly athleteId: AthleteId; readonly workoutId: WorkoutId },
): Promise<void> {
  await nextChangeSeq(ctx, athleteId, 0)
  const record = await sessionOfWorkout(ctx.db, athleteId, workoutId)
  if (record !== undefined) await bringToPhones(ctx, athleteId, await livedProgram(ctx, athleteId, record.programId))
}

const absent = (error: unknown) => {
  if (error instanceof Problem) return undefined // deleted since
  throw error
}

const workingSets = ({ sections: { main, accessory, finisher } }: ProgramDay) =>
  [...main, ...accessory, ...finisher].reduce((sum, { sets }) => sum + sets.filter(({ kind }) => kind !== 'warm_up').length, 0)

/** One day of rest before the session that is next now. */
async function restADay(ctx: Ctx, athleteId: AthleteId, life: Lived, workoutId: WorkoutId): Promise<Lived> {
  const { program, plan, schedule } = life
  const told = (await patchesOf(ctx.db, athleteId, program.id)).some(({ reason }) => reason.facts?.['workoutId'] === workoutId)
  const next = schedule.find(({ status }) => status === 'next')
  if (told || next === undefined) return life
  const { session } = next
  const before = restDays(plan, session)
  const ops = [{ op: 'rest', session, before, after: before + 1 }] as const
  const reason = { code: 'workout_expired', facts: { session, workoutId } }
  await keepPatch(ctx, athleteId, program.id, { author: 'engine', state: 'applied', reason, note: null, ops })
  return put(ctx, asAthlete(athleteId), life, applied(plan, ops))
}

const restDays = ({ rests }: LivedPlan, session: number) => rests.find((one) => one.session === session)?.days ?? 0
const asAthlete = (athleteId: AthleteId): Athlete => ({ kind: 'athlete', athleteId, loginSessionId: athleteId as never })
