import { type AthleteId, daysBefore, evidenceOf, type Instant, instantOf, type ProgramId, type WorkoutId } from '@gymgenius/domain'
import { dayShown, type DayShown, deloadAdvice } from '@gymgenius/engine/programming'
import { dayOfSession } from '@gymgenius/engine/patches'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import { settingsOf } from '../accounts/index.ts'
import { conditionOf } from '../diary/index.ts'
import { catchUp, readingOf } from '../learning/index.ts'
import { workoutsThatAreThere, workoutWithSets } from '../logging/index.ts'
import { movementsById } from './changes.service.ts'
import { keepPatch, stillFits } from './changes.keeping.ts'
import { meant } from './changing.ts'
import { type Lived, livedProgram } from './lived.service.ts'
import { dropPatch, patchesOf } from './patches.repository.ts'
import { saveSign, signsSince } from './signs.repository.ts'

/** As far back as signs are compared with. */
const LOOKED_BACK_DAYS = 45
const DELOAD_DAYS = 7

/**
 * The job after each finished session: what its main movements showed is kept, and where the last weeks ask for a lighter one it is proposed. The
 * lifter decides; until then nothing changes.
 */
export async function weighSigns(
  ctx: Ctx,
  { athleteId, programId, workoutId }: { readonly athleteId: AthleteId; readonly programId: ProgramId; readonly workoutId: WorkoutId },
): Promise<void> {
  await catchUp(ctx, athleteId)
  const actor = { kind: 'athlete', athleteId, loginSessionId: athleteId as never } as const satisfies Athlete
  await actingAs(ctx, actor, async (ctx) => {
    if (!(await workoutsThatAreThere(ctx, athleteId, [workoutId])).has(workoutId)) return
    await nextChangeSeq(ctx, athleteId, 0)
    const life = await livedProgram(ctx, athleteId, programId)
    await keepSigns(ctx, athleteId, life, workoutId)
    if (life.program.state === 'active') await propose(ctx, actor, life)
  })
}

async function keepSigns(ctx: Ctx, athleteId: AthleteId, { plan, sessions }: Lived, workoutId: WorkoutId): Promise<void> {
  const session = [...sessions.values()].find((record) => record.workoutId === workoutId)?.session
  const main = session === undefined ? undefined : dayOfSession(plan, session)?.sections.main
  const settings = await settingsOf(ctx, athleteId)
  const reading = await readingOf(ctx, athleteId, settings.bodyMassKg ?? null)
  if (main === undefined || reading === null) return
  const { sets, startedAt } = await workoutWithSets(ctx, athleteId, workoutId)
  const at = instantOf(startedAt)
  const movements = await movementsById(ctx, athleteId)
  const condition = await conditionOf(ctx, athleteId, settings, at)
  for (const { movementId, sets: planned } of main) {
    const belief = reading.belief.movements[movementId]
    const movement = movements.get(movementId)
    if (belief === undefined || movement === undefined || belief.at < at) continue
    const done = sets.filter((set) => set.movementId === movementId && evidenceOf(set.kind) === 'working')
    const least = Math.min(...planned.filter(({ kind }) => kind !== 'warm_up').map(({ reps }) => reps))
    const missed = done.filter(({ reps }) => reps !== undefined && reps < least).length
    const shown = dayShown(belief, { sets: done.length, missed })
    const readiness = meanOf(condition.readinessFor({ ...movement, aliases: [] }))
    if (shown !== undefined) await saveSign(ctx.db, athleteId, { ...shown, workoutId, movementId, at, readiness })
  }
}

/** One figure of what was said of a morning. */
function meanOf(readiness: { readonly [measure: string]: number | null } | object | undefined): number | null {
  const said = Object.values(readiness ?? {}).filter((value): value is number => typeof value === 'number')
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length
}

async function propose(ctx: Ctx, actor: Athlete, life: Lived): Promise<void> {
  const { athleteId } = actor
  const { program, plan, done } = life
  const now = ctx.clock.now()
  for (const patch of await patchesOf(ctx.db, athleteId, program.id)) {
    const isDeload = patch.reason.code === 'deload_advised'
    if (isDeload && patch.state === 'refused' && (patch.decidedAt ?? 0) > daysBefore(now, DELOAD_DAYS)) return // asked, and answered
    if (patch.state !== 'proposed') continue
    if (stillFits(life, patch.ops)) return // one question at a time
    await dropPatch(ctx.db, athleteId, patch.id) // life went on past it
  }
  const next = life.schedule.find(({ status }) => status === 'next')
  const isRelief = plan.weeks.find(({ week }) => week === next?.week)?.block
  if (next === undefined || isRelief === 'deload' || isRelief === 'taper') return
  const signs = await signsSince(ctx.db, athleteId, daysBefore(now, LOOKED_BACK_DAYS))
  const byMovement = Map.groupBy(signs, ({ movementId }) => movementId)
  const mornings = new Map(signs.flatMap(({ at, readiness }) => (readiness === null ? [] : [[at, readiness] as const])))
  const {
    isAdvised,
    signs: sum,
    reasons,
  } = deloadAdvice({
    at: now,
    movements: [...byMovement.values()].map((days): DayShown[] =>
      days.map(({ at, strength, variance, sets, missed }) => ({ at, strength, variance, sets, missed })),
    ),
    readiness: [...mornings].map(([at, z]) => ({ at, z })),
    lastDeloadAt: await lastReliefAt(ctx, athleteId, life, done),
  })
  if (!isAdvised) return
  const { ops } = meant(life, { kind: 'deload', days: DELOAD_DAYS }, await movementsById(ctx, athleteId))
  const why = Object.assign({}, ...reasons.map(({ code, facts }) => ({ [code]: Object.values(facts ?? {})[0] ?? 1 }))) as Record<
    string,
    number | string
  >
  const reason = { code: 'deload_advised', facts: { signs: sum, ...why } }
  await keepPatch(ctx, athleteId, program.id, { author: 'engine', state: 'proposed', reason, note: null, ops })
}

/** When the last lighter week ended; the start of the program, where there was none. */
async function lastReliefAt(
  ctx: Ctx,
  athleteId: AthleteId,
  { program, plan, sessions }: Lived,
  done: ReadonlySet<number>,
): Promise<Instant | undefined> {
  const relieved = plan.weeks
    .filter(({ block }) => block === 'deload' || block === 'taper')
    .flatMap(({ days }) => days.flatMap(({ session }) => (done.has(session) ? [sessions.get(session)?.doneAt ?? 0] : [])))
  const taken = (await patchesOf(ctx.db, athleteId, program.id))
    .filter(({ state, reason }) => state === 'applied' && (reason.code === 'deload_advised' || reason.code === 'asked_deload'))
    .map(({ decidedAt }) => (decidedAt ?? 0) + DELOAD_DAYS * 86_400_000)
  const began = program.startedOn === null ? [] : [Date.parse(program.startedOn)]
  const all = [...relieved, ...taken, ...began]
  return all.length === 0 ? undefined : (Math.max(...all) as Instant)
}
