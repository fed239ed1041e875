import { type getErasure, type Erasure, type OutputOf } from '@gymgenius/contracts'
import { type Instant, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { endOtherDevices, requireProof, requireReplaceable } from '../accounts/index.ts'
import { endAllGrants } from '../trainers/index.ts'
import { noteErased } from './erase-ledger.ts'
import { eraseNow } from './erasing.service.ts'
import { deleteErasure, erasureOf, type ErasureRecord, insertErasure, nextDue } from './erasures.repository.ts'

const HOUR_MS = 3_600_000

export async function erasureAsked(ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>): Promise<OutputOf<typeof getErasure, 'reply'>> {
  const erasure = await erasureOf(ctx.db, athleteId)
  const graceHours = ctx.config.environment.ERASURE_GRACE_HOURS
  return erasure === undefined ? { graceHours } : { graceHours, erasure: shown(erasure) }
}

/** Begins the grace. Other devices and trainers are out at once; this device may still take it back. */
export async function ask(ctx: Ctx, actor: Athlete): Promise<Erasure> {
  const { athleteId } = actor
  await actingAs(ctx, actor, (ctx) => requireProof(ctx, actor))
  await actingAs(ctx, system, (ctx) => requireReplaceable(ctx, athleteId))
  return actingAs(ctx, actor, async (ctx) => {
    const before = await erasureOf(ctx.db, athleteId)
    if (before !== undefined) return shown(before)
    const askedAt = ctx.clock.now()
    const erasure = { askedAt, dueAt: (askedAt + ctx.config.environment.ERASURE_GRACE_HOURS * HOUR_MS) as Instant }
    await insertErasure(ctx.db, athleteId, erasure)
    await record(ctx, { act: 'privacy.erasure_asked', as: 'athlete', by: athleteId, about: athleteId })
    await endAllGrants(ctx, athleteId)
    await endOtherDevices(ctx, actor)
    return shown(erasure)
  })
}

export async function cancel(ctx: Ctx, { athleteId }: Athlete): Promise<undefined> {
  if (!(await deleteErasure(ctx.db, athleteId))) return
  await record(ctx, { act: 'privacy.erasure_cancelled', as: 'athlete', by: athleteId, about: athleteId })
}

/** Chore: erases one account whose grace is over. All of it goes in one unit, or nothing does. */
export async function eraseNext(ctx: Ctx): Promise<void | 'more'> {
  return actingAs(ctx, system, async (ctx) => {
    const id = await nextDue(ctx.db, ctx.clock.now())
    if (id === undefined) return undefined
    await eraseNow(ctx, id)
    await noteErased(ctx, id)
    ctx.log.info({}, 'an account was erased')
    return 'more'
  })
}

const shown = ({ askedAt, dueAt }: ErasureRecord): Erasure => ({ askedAt: isoOf(askedAt), dueAt: isoOf(dueAt) })
