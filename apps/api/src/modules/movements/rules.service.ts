import { type LifterRules, type Verdict, verdictOn } from '@gymgenius/catalog'
import { type MovementRule, type MyRules, Problem } from '@gymgenius/contracts'
import { type AthleteId, daysBefore, type ImportId, isoOf, isUuidV7, type Movement, type MovementId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { movementFor, movementsFor } from './movements.service.ts'
import { painShown } from './pains.service.ts'
import {
  dropBrought,
  dropFavourite,
  dropMovementRule,
  favouritesOf,
  movementRulesOf,
  painsOf,
  saveFavourite,
  saveMovementRule,
} from './rules.repository.ts'

/** More than there are movements that anybody knows by name; a script that went wrong stops here. */
const MOST = 2000

export async function myRules(ctx: Ctx, { athleteId }: Athlete): Promise<MyRules> {
  return {
    movements: await movementRulesOf(ctx.db, athleteId),
    favourites: (await favouritesOf(ctx.db, athleteId)).map(({ movementId }) => movementId),
    constraints: (await painsOf(ctx.db, athleteId, ctx.clock.now())).map(painShown),
  }
}

/** What is never, always or preferably wanted. */
export const movementRulesFor = (ctx: Ctx, athleteId: AthleteId): Promise<MovementRule[]> => movementRulesOf(ctx.db, athleteId)

/** What hurts says of this movement now. */
export async function painVerdictOn(ctx: Ctx, athleteId: AthleteId, movement: Movement): Promise<Verdict> {
  return verdictOn(movement, { movements: new Map(), pains: await livePains(ctx, athleteId) }, ctx.clock.now())
}

/** What hurts now or will, until it ends. */
export async function livePains(ctx: Ctx, athleteId: AthleteId): Promise<LifterRules['pains']> {
  const pains = await painsOf(ctx.db, athleteId, ctx.clock.now())
  return pains.map(({ excluded, capped, ...pain }) => ({ ...pain, excluded: new Set(excluded), capped: new Set(capped) }))
}

type SaidRule = { readonly movementId: MovementId; readonly rule: MovementRule['rule'] | null }

export async function sayRule(ctx: Ctx, { athleteId }: Athlete, { movementId, rule }: SaidRule, importId?: ImportId): Promise<SaidRule> {
  await refuseStranger(ctx, athleteId, movementId)
  if (rule === null) await dropMovementRule(ctx.db, athleteId, movementId)
  else {
    const before = await movementRulesOf(ctx.db, athleteId)
    if (before.length >= MOST && before.every((one) => one.movementId !== movementId))
      throw new Problem('movements.too_many_rules', { allowed: MOST })
    await saveMovementRule(ctx.db, athleteId, { movementId, rule }, ctx.clock.now(), importId)
  }
  return { movementId, rule }
}

/** Rules and likings from another house; what was said here stays. Answers of which movements there is something now: those that are known here. */
export async function takeOverRules(
  ctx: Ctx,
  actor: Athlete,
  rules: readonly MovementRule[],
  liked: readonly MovementId[],
  importId: ImportId,
): Promise<ReadonlySet<MovementId>> {
  const { athleteId } = actor
  const known = await movementsFor(ctx, athleteId, [...rules.map(({ movementId }) => movementId), ...liked].filter(isUuidV7))
  const ruled = new Set((await movementRulesOf(ctx.db, athleteId)).map(({ movementId }) => movementId))
  const likes = new Set((await favouritesOf(ctx.db, athleteId)).map(({ movementId }) => movementId))
  for (const rule of rules) {
    if (known.has(rule.movementId) && !ruled.has(rule.movementId) && ruled.size < MOST) await sayRule(ctx, actor, rule, importId)
    ruled.add(rule.movementId)
  }
  for (const movementId of new Set(liked)) {
    if (known.has(movementId) && !likes.has(movementId) && likes.size < MOST) await makeFavourite(ctx, actor, movementId, importId)
    likes.add(movementId)
  }
  return new Set(known.keys())
}

/** Takes back what an import said of movements and of what hurts, but for what was said anew since. */
export const takeRulesBack = (ctx: Ctx, athleteId: AthleteId, importId: ImportId): Promise<void> => dropBrought(ctx.db, athleteId, importId)

export async function showRule(ctx: Ctx, { athleteId }: Athlete, movementId: MovementId): Promise<SaidRule> {
  await refuseStranger(ctx, athleteId, movementId)
  return { movementId, rule: (await movementRulesOf(ctx.db, athleteId)).find((one) => one.movementId === movementId)?.rule ?? null }
}

export async function listFavourites(ctx: Ctx, { athleteId }: Athlete) {
  const favourites = await favouritesOf(ctx.db, athleteId)
  return { items: favourites.map(({ movementId, since }) => ({ movementId, since: isoOf(since) })) }
}

export async function makeFavourite(ctx: Ctx, { athleteId }: Athlete, movementId: MovementId, importId?: ImportId): Promise<void> {
  await refuseStranger(ctx, athleteId, movementId)
  if ((await favouritesOf(ctx.db, athleteId)).length >= MOST) throw new Problem('movements.too_many_rules', { allowed: MOST })
  await saveFavourite(ctx.db, athleteId, movementId, ctx.clock.now(), importId)
}

export async function unmakeFavourite(ctx: Ctx, { athleteId }: Athlete, movementId: MovementId): Promise<void> {
  if (!(await dropFavourite(ctx.db, athleteId, movementId))) await refuseStranger(ctx, athleteId, movementId)
}

async function refuseStranger(ctx: Ctx, athleteId: AthleteId, movementId: MovementId): Promise<void> {
  if ((await movementFor(ctx, athleteId, movementId)) === undefined) throw new Problem('movements.not_found', { movementId })
}

/** All that was ever said and not forgotten, ended pains too. */
export async function rulesCopy(ctx: Ctx, athleteId: AthleteId) {
  return {
    movementRules: await movementRulesOf(ctx.db, athleteId),
    favourites: (await listFavourites(ctx, { athleteId } as Athlete)).items,
    painConstraints: (await painsOf(ctx.db, athleteId, daysBefore(ctx.clock.now(), 36_500))).map(painShown),
  }
}
