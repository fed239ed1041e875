import { createHash } from 'node:crypto'
import { type copySharedProgram, type OutputOf, type PlannedProgram, Problem, type Program, ProgramRequest } from '@gymgenius/contracts'
import type { AthleteId, LivedPlan, MovementId, ProgramId, ProgramItem, ProgramSections, Waiver } from '@gymgenius/domain'
import { checkProgram } from '@gymgenius/engine/program-check'
import { type Athlete, actingAs, type Ctx, system } from '../../platform/context.ts'
import { borrowMovements, type LentMovement, lentMovements, movementsFor } from '../movements/index.ts'
import { usualRequest } from './judging.service.ts'
import { askerOf, planToLive } from './making.service.ts'
import { planRequestOf, weeksShown } from './planning.ts'
import { ownProgram } from './own.service.ts'
import { newProgram, programNow } from './programs.service.ts'
import { planOf, savePlan, saveShareKey, type SharedPlan, sharedPlan } from './programs.repository.ts'

/** A link to the plan; whoever has it reads it. The one before it ends. */
export async function shareProgramOf(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<{ token: string; path: string }> {
  await ownProgram(ctx, athleteId, id)
  if ((await planOf(ctx.db, athleteId, id)) === undefined) throw new Problem('programming.not_ready')
  const token = Buffer.from(ctx.secretBytes(24)).toString('base64url')
  await saveShareKey(ctx.db, athleteId, id, keyOf(token))
  return { token, path: `/v1/shared/programs/${token}` }
}

export async function unshareProgramOf(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<void> {
  await ownProgram(ctx, athleteId, id)
  await saveShareKey(ctx.db, athleteId, id, null)
}

/** The plan behind a link. Nothing about its lifter: no load, no reason (one may name what hurts), no landmark, no date. */
export async function sharedProgram(ctx: Ctx, token: string): Promise<Pick<PlannedProgram, 'weeks'> & { name: string }> {
  const { name, plan } = await behind(ctx, token)
  return { name, weeks: weeksShown(plan.weeks) }
}

/** Takes over the plan behind a link. The plan is read by the link's right and kept by the lifter's: two units. */
export async function copyShared(
  ctx: Ctx,
  actor: Athlete,
  token: string,
  said: OutputOf<typeof copySharedProgram, 'body'>,
): Promise<Program> {
  const { name, plan, waivers, lent } = await actingAs(ctx, system, async (ctx) => {
    const shared = await behind(ctx, token)
    return { ...shared, lent: await lentMovements(ctx, shared.owner, movementsIn(shared.plan)) }
  })
  return actingAs(ctx, actor, (ctx) => takeOver(ctx, actor, { ...said, name: said.name ?? name }, { plan, waivers, lent }))
}

async function takeOver(
  ctx: Ctx,
  actor: Athlete,
  said: { readonly id: ProgramId; readonly name: string },
  { plan, waivers, lent }: { readonly plan: LivedPlan; readonly waivers: readonly Waiver[]; readonly lent: readonly LentMovement[] },
): Promise<Program> {
  const { athleteId } = actor
  const fresh = { said: said.id, name: said.name, status: 'making', source: 'link', scheme: null, request: null, written: null } as const
  const id = await newProgram(ctx, athleteId, fresh)
  const program = await ownProgram(ctx, athleteId, id)
  if (program.status === 'making') {
    const own = withMovements(plan, await borrowMovements(ctx, athleteId, lent))
    await refuseStrangers(ctx, athleteId, own)
    const kept = planToLive(own)
    const asked = planRequestOf(ProgramRequest.parse(usualRequest(kept)), await askerOf(ctx, actor))
    const report = checkProgram(asked, { weeks: kept.weeks, waivers, notices: [] })
    await savePlan(ctx.db, athleteId, id, { plan: kept, report }, ctx.clock.now())
  }
  return programNow(ctx, athleteId, await ownProgram(ctx, athleteId, id))
}

const itemsIn = ({ weeks }: Pick<LivedPlan, 'weeks'>): ProgramItem[] =>
  weeks.flatMap(({ days }) => days.flatMap(({ sections }) => Object.values(sections).flat()))
const movementsIn = (plan: LivedPlan) => itemsIn(plan).map(({ movementId }) => movementId)

/** The plan with the lifter's own movements in the places of those that were lent. */
function withMovements(plan: LivedPlan, borrowed: ReadonlyMap<MovementId, LentMovement>): LivedPlan {
  if (borrowed.size === 0) return plan
  const own = (item: ProgramItem): ProgramItem => {
    const movement = borrowed.get(item.movementId)
    return movement === undefined ? item : { ...item, movementId: movement.id, movement: movement.name }
  }
  const weeks = plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sections: Object.fromEntries(
        Object.entries(day.sections).map(([section, items]) => [section, items.map(own)]),
      ) as unknown as ProgramSections,
    })),
  }))
  return { ...plan, weeks }
}

/** A movement of the sharer's own that they have deleted since is nobody's. */
async function refuseStrangers(ctx: Ctx, athleteId: AthleteId, plan: Pick<LivedPlan, 'weeks'>): Promise<void> {
  const items = itemsIn(plan)
  const known = await movementsFor(
    ctx,
    athleteId,
    items.map(({ movementId }) => movementId),
  )
  const stranger = items.find(({ movementId }) => !known.has(movementId))
  if (stranger !== undefined) throw new Problem('movements.unknown', { movementId: stranger.movementId, movement: stranger.movement })
}

async function behind(ctx: Ctx, token: string): Promise<SharedPlan> {
  const shared = await sharedPlan(ctx.db, keyOf(token))
  if (shared === undefined) throw new Problem('programming.program_not_found')
  return { ...shared, plan: bare(shared.plan) }
}

/** What may be seen of a plan by others. */
function bare(plan: LivedPlan): LivedPlan {
  const weeks = plan.weeks.map((week) => ({
    ...week,
    days: week.days
      .filter(({ session }) => !plan.skipped.includes(session))
      .map((day) => ({ ...without(day, 'date'), sections: bareSections(day.sections) })),
  }))
  return { ...plan, weeks }
}

const bareSections = (sections: ProgramSections) =>
  Object.fromEntries(
    Object.entries(sections).map(([section, items]) => [
      section,
      items.map(({ table, ...item }) => ({
        ...item,
        ...(table !== undefined && { table: without(table, 'maximumKg') }),
        reason: '',
        reasons: [],
        sets: item.sets.map((set) => without(set, 'loadKg')),
      })),
    ]),
  ) as unknown as ProgramSections

const keyOf = (token: string) => createHash('sha256').update(`program ${token}`).digest('base64url')

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const rest = { ...whole }
  delete rest[key]
  return rest
}
