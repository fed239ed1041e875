import { Problem, type ProgramRequest } from '@gymgenius/contracts'
import type { AthleteId, GeneratedProgram, GymId, LivedPlan, MovementId, ProgramId, ProgramReport } from '@gymgenius/domain'
import { ENGINE_VERSION } from '@gymgenius/engine'
import { outcomeOf } from '@gymgenius/engine/program-check'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { listGyms } from '../equipment/index.ts'
import { profileOf } from '../goals/index.ts'
import { livePains, movementRulesFor, movementsForPlans } from '../movements/index.ts'
import { knownForPlans } from './known.service.ts'
import { insertOutcome } from './outcomes.repository.ts'
import { type Asker, planFor } from './planning.ts'
import { findProgram, savePlan, updateProgram } from './programs.repository.ts'
import { scoringNow } from './scoring-file.ts'

/** What the house knows of a lifter that a request may leave out. */
export async function askerOf(ctx: Ctx, actor: Athlete): Promise<Asker> {
  const { athleteId } = actor
  const { isNovice } = await settingsOf(ctx, athleteId)
  const profile = await profileOf(ctx, athleteId)
  const gyms = (await listGyms(ctx, actor)).items
  const pains = (await livePains(ctx, athleteId)).filter(({ from }) => from <= ctx.clock.now())
  return {
    movements: await movementsForPlans(ctx, athleteId),
    experience: profile.experience ?? (isNovice ? 'novice' : 'intermediate'),
    disciplines: profile.disciplines,
    specialise: profile.specialise,
    finishers: profile.cardioFinishers,
    activities: profile.activities,
    rules: await movementRulesFor(ctx, athleteId),
    injuries: pains.map(({ joint, severity }) => ({ joint, severity })),
    painful: pains.flatMap(({ excluded }) => [...excluded]) as MovementId[],
    gym: gyms[0],
    gymOf: (id: GymId) => gyms.find((gym) => gym.id === id),
    scoring: scoringNow(ctx).config,
  }
}

/** The same with what the log tells, for plans made anew. */
export async function knowingAsker(ctx: Ctx, actor: Athlete): Promise<Asker> {
  const asker = await askerOf(ctx, actor)
  return { ...asker, known: await knownForPlans(ctx, actor.athleteId, asker.movements, asker.experience) }
}

/** Makes the plan of a program that waits for it, and keeps it with how it came out. */
export async function makePlan(ctx: Ctx, actor: Athlete, id: ProgramId, request: ProgramRequest): Promise<GeneratedProgram> {
  const asker = await knowingAsker(ctx, actor)
  const began = ctx.clock.now()
  const made = planFor(request, asker)
  const milliseconds = ctx.clock.now() - began
  const { report } = made
  await savePlan(ctx.db, actor.athleteId, id, { plan: planToLive(made), report }, ctx.clock.now())
  await keepOutcome(ctx, actor.athleteId, id, made, request, milliseconds)
  return made
}

/** How a generation came out, for who tends the scoring: success rates are kept though programs are deleted. */
export async function keepOutcome(
  ctx: Ctx,
  athleteId: AthleteId,
  programId: ProgramId,
  { weeks, report }: GeneratedProgram,
  { split }: Pick<ProgramRequest, 'split'>,
  milliseconds: number,
): Promise<void> {
  const scoringVersion = String(scoringNow(ctx).config.version)
  await updateProgram(ctx.db, athleteId, programId, { engineVersion: ENGINE_VERSION, scoringVersion }, ctx.clock.now())
  await insertOutcome(ctx.db, athleteId, {
    id: ctx.ids.next<ProgramId>(),
    programId,
    madeAt: ctx.clock.now(),
    engineVersion: ENGINE_VERSION,
    scoringVersion,
    split: split ?? 'usual',
    sessions: weeks.reduce((sum, { days }) => sum + days.length, 0),
    met: metOf(report),
    relaxations: Object.fromEntries([...Map.groupBy(report.relaxations, ({ step }) => step)].map(([step, all]) => [step, all.length])),
    milliseconds,
  })
}

/** The share of sessions, or weeks, that met each figure. */
const metOf = (report: ProgramReport): Record<string, number> =>
  Object.fromEntries(
    Object.entries(outcomeOf(report).kpis).map(([kpi, { judged, met }]) => [
      kpi,
      judged === 0 ? 0 : Math.round((met / judged) * 1000) / 1000,
    ]),
  )

/** A plan before anything has happened to it. */
export const planToLive = ({ weeks }: Pick<GeneratedProgram, 'weeks'>): LivedPlan => ({
  weeks,
  order: weeks.flatMap(({ days }) => days.map(({ session }) => session)),
  skipped: [],
  pinned: [],
  rests: [],
})

/** The job: what was asked for is made as its lifter, in one unit; a request that cannot be answered says so in its status. */
export async function generate(
  ctx: Ctx,
  { athleteId, programId }: { readonly athleteId: AthleteId; readonly programId: ProgramId },
): Promise<void> {
  const actor = { kind: 'athlete', athleteId, loginSessionId: athleteId as never } as const satisfies Athlete
  try {
    await actingAs(ctx, actor, async (ctx) => {
      const program = await findProgram(ctx.db, athleteId, programId)
      if (program === undefined || program.status === 'ready' || program.request === null) return // deleted meanwhile, or made at another try
      await makePlan(ctx, actor, programId, program.request as ProgramRequest)
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code } = error
    await actingAs(ctx, actor, (ctx) =>
      updateProgram(ctx.db, athleteId, programId, { status: 'failed', failureCode: code }, ctx.clock.now()),
    )
  }
}
