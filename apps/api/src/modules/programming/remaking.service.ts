import { type OutputOf, Problem, type Program, ProgramRequest, type regenerateProgram } from '@gymgenius/contracts'
import type { GeneratedProgram, LivedPlan, PatchOp, ProgramDay, ProgramId, ProgramReason, ProgramWeek } from '@gymgenius/domain'
import { sessionsOfWeeks } from '@gymgenius/engine/patches'
import { knownIn } from '@gymgenius/engine/programming'
import { settingsOf } from '../accounts/index.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { applied, keepPatch, put } from './changes.keeping.ts'
import { usualRequest, wishOf } from './judging.service.ts'
import { type Lived, livedProgram } from './lived.service.ts'
import { askerOf, keepOutcome } from './making.service.ts'
import { bringToPhones } from './phone.service.ts'
import { planFor } from './planning.ts'
import { updateProgram } from './programs.repository.ts'
import { ownProgram } from './own.service.ts'
import { lifeShown } from './programs.service.ts'

/** What of a program is made anew, as ops, and the request that it was made from. */
export interface Remade {
  readonly ops: readonly PatchOp[]
  readonly notices: readonly ProgramReason[]
  readonly request: ProgramRequest
  readonly made: GeneratedProgram
}

type Wish = { readonly [K in keyof ProgramRequest]?: ProgramRequest[K] | undefined }

/** What was asked for when the program was made; of one that came otherwise, what it looks like. */
export async function requestOf(ctx: Ctx, actor: Athlete, { program, plan }: Lived): Promise<ProgramRequest> {
  if (program.request !== null) return ProgramRequest.parse(program.request)
  if (program.written !== null) return ProgramRequest.parse({ ...usualRequest(plan), ...wishOf(program, await askerOf(ctx, actor)) })
  const strength = Math.round((await settingsOf(ctx, actor.athleteId)).goalStrength * 10)
  const goals = [
    { goal: 'strength', weight: strength },
    { goal: 'hypertrophy', weight: 10 - strength },
  ]
  return ProgramRequest.parse({ ...usualRequest(plan), goals: goals.filter(({ weight }) => weight > 0) })
}

/** All weeks of which nothing is done, from `fromWeek` on, made anew by another wish. */
export async function remade(ctx: Ctx, actor: Athlete, life: Lived, wish: Wish, fromWeek = 1): Promise<Remade> {
  const { plan, done } = life
  const begun = plan.weeks.findLastIndex(({ days }) => days.some(({ session }) => done.has(session)))
  const kept = Math.max(
    begun + 1,
    plan.weeks.findIndex(({ week }) => week >= fromWeek),
    0,
  )
  const weeks = (wish.weeks ?? plan.weeks.length) - kept
  if (weeks <= 0) throw new Problem('programming.nothing_left')
  const base = await requestOf(ctx, actor, life)
  const request = fitting(
    { ...base, ...said(wish), weeks: Math.min(weeks, 16), startsOn: undefined, peakOn: undefined, weekdays: undefined },
    wish,
  )
  const made = planFor(request, await itsAsker(ctx, actor, life))
  const after = renumbered(made.weeks, plan, kept)
  return { ops: replaceFrom(plan, kept, after), notices: made.report.notices, request, made }
}

/** Who asks, as they were known when the program was made: its other weeks go on from that. */
const itsAsker = async (ctx: Ctx, actor: Athlete, { report }: Lived) => ({ ...(await askerOf(ctx, actor)), known: knownIn(report) })

/** Some sessions made anew in their places; everything else is kept as it is, and reckoned with. */
async function remadeSessions(ctx: Ctx, actor: Athlete, life: Lived, wish: Wish, chosen: ReadonlySet<number>): Promise<Remade> {
  const { plan } = life
  const request = fitting({ ...(await requestOf(ctx, actor, life)), ...said(wish) }, wish)
  const first = Math.max(0, plan.weeks.length - request.weeks)
  const places = plan.weeks.slice(first).flatMap(({ days }) => days)
  const kept = new Map(places.flatMap((day, i) => (chosen.has(day.session) ? [] : [[i + 1, { ...day, session: i + 1 }] as const])))
  const made = planFor(request, await itsAsker(ctx, actor, life), kept)
  const fresh = made.weeks.flatMap(({ days }) => days)
  const ops = places.flatMap((before, i): PatchOp[] => {
    const day = fresh[i]
    if (!chosen.has(before.session) || day === undefined) return []
    const after: ProgramDay = { ...day, session: before.session }
    return [{ op: 'replace_day', session: before.session, before, after }]
  })
  return { ops, notices: made.report.notices, request, made }
}

/** Makes what is left, or some of it, again; a change like any other, so it can be undone. */
export async function regenerate(
  ctx: Ctx,
  actor: Athlete,
  id: ProgramId,
  { sessions, fromWeek, request: wish }: OutputOf<typeof regenerateProgram, 'body'>,
): Promise<Program> {
  const { athleteId } = actor
  const life = await livedProgram(ctx, athleteId, id, true)
  const { plan, done } = life
  const stranger = sessions?.find((session) => !plan.order.includes(session))
  if (stranger !== undefined) throw new Problem('programming.session_not_found', { session: stranger })
  const weekOf = new Map(plan.weeks.flatMap(({ week, days }) => days.map(({ session }) => [session, week] as const)))
  const chosen = new Set((sessions ?? plan.order).filter((session) => !done.has(session) && (weekOf.get(session) ?? 0) >= (fromWeek ?? 0)))
  if (chosen.size === 0) throw new Problem('programming.nothing_left')
  const began = ctx.clock.now()
  const seed = ((await requestOf(ctx, actor, life)).seed + 1) % 2 ** 32
  const wanted = { ...(wish === undefined ? { seed } : {}), ...wish }
  const { ops, request, made } = reshapes(wanted)
    ? await remade(ctx, actor, life, wanted, fromWeek)
    : await remadeSessions(ctx, actor, life, wanted, chosen)
  if (ops.length === 0) throw new Problem('programming.nothing_left')
  const facts = { sessions: chosen.size, ...(fromWeek !== undefined && { fromWeek }) }
  const reason = { code: 'made_again', facts }
  const askedBefore = { request: life.program.request }
  await keepPatch(ctx, athleteId, id, { author: 'athlete', state: 'applied', reason, note: null, ops, askedBefore })
  const after = await put(ctx, actor, life, applied(plan, ops))
  await updateProgram(ctx.db, athleteId, id, { request }, ctx.clock.now())
  await keepOutcome(ctx, athleteId, id, made, request, ctx.clock.now() - began)
  const program = await ownProgram(ctx, athleteId, id)
  return lifeShown(ctx, athleteId, await bringToPhones(ctx, athleteId, { ...after, program }))
}

/** Wishes that make other weeks, and not other sessions in the same places. */
const reshapes = (wish: Wish) =>
  (['split', 'daysPerWeek', 'microcycleDays', 'days', 'blocks', 'weeks'] as const).some((key) => wish[key] !== undefined)

const said = (wish: Wish) => Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Partial<ProgramRequest>

/** A request after a wish: what was told of days and blocks of the old shape is no longer true of the new one. */
function fitting(request: Wish, wish: Wish): ProgramRequest {
  const reshaped = wish.split !== undefined || wish.daysPerWeek !== undefined || wish.microcycleDays !== undefined
  const days = reshaped && wish.days === undefined ? undefined : request.days
  const blocks = request.blocks?.reduce((sum, block) => sum + block.weeks, 0) === request.weeks && !reshaped ? request.blocks : undefined
  const split =
    request.split === 'hybrid' && days === undefined && blocks === undefined && wish.split === undefined ? undefined : request.split
  const read = ProgramRequest.safeParse(said({ ...request, days, blocks, split }))
  if (!read.success)
    throw new Problem('request.invalid', {
      errors: read.error.issues.map(({ path, message }) => ({ pointer: `/request/${path.join('/')}`, code: 'out_of_range', message })),
    })
  return read.data
}

/** New weeks in the place of old ones, with numbers that no session had before. */
function renumbered(weeks: readonly ProgramWeek[], plan: LivedPlan, kept: number): ProgramWeek[] {
  const last = Math.max(0, ...plan.order)
  const firstWeek = plan.weeks[kept]?.week ?? kept + 1
  let number = last
  return weeks.map((week, i) => ({ ...week, week: firstWeek + i, days: week.days.map((day) => ({ ...day, session: ++number })) }))
}

/** Weeks from a place on become others; what life had done to their sessions goes with them. */
function replaceFrom(plan: LivedPlan, from: number, after: readonly ProgramWeek[]): PatchOp[] {
  const before = plan.weeks.slice(from)
  const gone = new Set(sessionsOfWeeks({ weeks: before }))
  return [
    ...plan.pinned
      .filter(({ session }) => gone.has(session))
      .map(({ session, day }): PatchOp => ({ op: 'pin', session, before: day, after: null })),
    ...plan.rests
      .filter(({ session }) => gone.has(session))
      .map(({ session, days }): PatchOp => ({ op: 'rest', session, before: days, after: 0 })),
    ...plan.skipped.filter((session) => gone.has(session)).map((session): PatchOp => ({ op: 'take_up', session })),
    { op: 'replace_weeks', from, before, after },
    {
      op: 'reorder',
      before: plan.order,
      after: [...plan.order.filter((session) => !gone.has(session)), ...sessionsOfWeeks({ weeks: after })],
    },
  ]
}
