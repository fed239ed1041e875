import {
  type changeConstraint as changeEndpoint,
  type createConstraint as createEndpoint,
  invalidRequest,
  LONGEST_PAIN_DAYS,
  type PainConstraint,
  Problem,
} from '@gymgenius/contracts'
import {
  type AthleteId,
  type ConstraintId,
  daysBefore,
  DAY_MS,
  type ImportId,
  type Instant,
  instantOf,
  isoOf,
  isUuidV7,
  type MovementId,
} from '@gymgenius/domain'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { movementsFor } from './movements.service.ts'
import { dropPain, findPain, insertPain, type PainRecord, painsOf, updatePain } from './rules.repository.ts'

const MOST_LIVE = 50
const DAYS_SHOWN = 366

/** What hurts and what did within a year, newest first. */
export async function listPains(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: PainConstraint[] }> {
  return { items: (await painsOf(ctx.db, athleteId, daysBefore(ctx.clock.now(), DAYS_SHOWN))).map(painShown) }
}

/** Begins to heed a pain. The same request again changes nothing and is answered alike. */
export async function sayPain(
  ctx: Ctx,
  { athleteId }: Athlete,
  said: z.output<typeof createEndpoint.body>,
  importId?: ImportId,
): Promise<PainConstraint> {
  refuseUnbelievableId(ctx, said.id)
  const now = ctx.clock.now()
  const known = said.id === undefined ? undefined : await findPain(ctx.db, athleteId, said.id)
  if (known !== undefined && known.joint === said.joint) return painShown(known)
  if ((await painsOf(ctx.db, athleteId, now)).length >= MOST_LIVE) throw new Problem('movements.too_many_rules', { allowed: MOST_LIVE })
  const pain: PainRecord = {
    id: said.id ?? ctx.ids.next<ConstraintId>(),
    joint: said.joint,
    severity: said.severity,
    from: now,
    until: believable(said.until, now),
    excluded: said.excludedMovementIds ?? [],
    capped: said.cappedMovementIds ?? [],
  }
  if (pain.until <= now) throw invalidRequest({ pointer: '/until', code: 'out_of_range', message: 'Must be after now' })
  await refuseStrangers(ctx, athleteId, pain)
  if (!(await insertPain(ctx.db, athleteId, pain, now, importId))) throw new Problem('logging.id_taken')
  return painShown(pain)
}

/** Pains of another house: a joint that is said to hurt here stays as it was said. Gives back those that could not be kept. */
export async function takeOverPains(
  ctx: Ctx,
  actor: Athlete,
  pains: readonly PainConstraint[],
  importId: ImportId,
): Promise<readonly PainConstraint[]> {
  const now = ctx.clock.now()
  const hurting = new Set((await painsOf(ctx.db, actor.athleteId, now)).map(({ joint }) => joint))
  const refused: PainConstraint[] = []
  for (const pain of pains) {
    if (hurting.has(pain.joint)) continue
    const known = await movementsFor(ctx, actor.athleteId, [...pain.excludedMovementIds, ...pain.cappedMovementIds].filter(isUuidV7))
    const isTooMuch = hurting.size >= MOST_LIVE || instantOf(pain.until) > now + LONGEST_PAIN_DAYS * DAY_MS
    if (isTooMuch) refused.push(pain)
    else {
      const { joint, severity, until } = pain
      const excludedMovementIds = pain.excludedMovementIds.filter((id) => known.has(id))
      const cappedMovementIds = pain.cappedMovementIds.filter((id) => known.has(id))
      await sayPain(ctx, actor, { joint, severity, until, excludedMovementIds, cappedMovementIds }, importId)
    }
    hurting.add(pain.joint)
  }
  return refused
}

export async function changePain(
  ctx: Ctx,
  { athleteId }: Athlete,
  id: ConstraintId,
  { severity, until, excludedMovementIds, cappedMovementIds }: z.output<typeof changeEndpoint.body>,
): Promise<PainConstraint> {
  const before = await findPain(ctx.db, athleteId, id)
  if (before === undefined) throw new Problem('movements.constraint_not_found', { id })
  const now = ctx.clock.now()
  const pain: PainRecord = {
    ...before,
    severity: severity ?? before.severity,
    until: until === undefined ? before.until : believable(until, now),
    excluded: excludedMovementIds ?? before.excluded,
    capped: cappedMovementIds ?? before.capped,
  }
  await refuseStrangers(ctx, athleteId, pain)
  await updatePain(ctx.db, athleteId, pain, now)
  return painShown(pain)
}

export async function forgetPain(ctx: Ctx, { athleteId }: Athlete, id: ConstraintId): Promise<void> {
  if (!(await dropPain(ctx.db, athleteId, id))) throw new Problem('movements.constraint_not_found', { id })
}

export const painShown = ({ from, until, excluded, capped, ...same }: PainRecord): PainConstraint => ({
  ...same,
  from: isoOf(from),
  until: isoOf(until),
  excludedMovementIds: [...excluded],
  cappedMovementIds: [...capped],
})

function believable(until: string, now: Instant): Instant {
  const at = instantOf(until)
  if (at <= now + LONGEST_PAIN_DAYS * DAY_MS) return at
  const message = `At most ${LONGEST_PAIN_DAYS} days from now`
  throw invalidRequest({ pointer: '/until', code: 'out_of_range', message })
}

async function refuseStrangers(ctx: Ctx, athleteId: AthleteId, { excluded, capped }: PainRecord): Promise<void> {
  const known = await movementsFor(ctx, athleteId, [...excluded, ...capped])
  const unknown = [...excluded, ...capped].find((id: MovementId) => !known.has(id))
  if (unknown !== undefined) throw new Problem('movements.unknown', { movementId: unknown })
}
