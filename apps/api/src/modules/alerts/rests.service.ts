import type { RestSaid } from '@gymgenius/contracts'
import { type Instant, instantOf, isoOf, type LoginSessionId } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx, request, system } from '../../platform/context.ts'
import { sendOut } from './outside.ts'
import { deviceResting, forgetEndpoint, keepRest, restIsOver, ringsAt } from './push-devices.repository.ts'
import { pushRequest } from './web-push.ts'

/** Who rests a minute longer than meant needs no bell any more. */
const TOO_LATE_MS = 60_000
/** All that a push says: words are the app's, and what comes next is nobody else's business. */
const REST_IS_OVER = '{"rest":"over"}'

/** Keeps when the rest of this device ends, and asks to be woken then. A device that asked for no pushes is answered that none comes. */
export async function sayRest(ctx: Ctx, { athleteId, loginSessionId }: Athlete, said: RestSaid) {
  const saidAt = instantOf(said.saidAt)
  const leftMs = said.endsAt === null ? 0 : instantOf(said.endsAt) - saidAt
  const endsAt = leftMs > 0 ? ((ctx.clock.now() + leftMs) as Instant) : null
  const isNew = await keepRest(ctx.db, athleteId, loginSessionId, { saidAt, endsAt })
  if (isNew && endsAt !== null) await request(ctx, 'alerts.ring', { loginSessionId, endsAt }, leftMs)
  const at = await ringsAt(ctx.db, athleteId, loginSessionId)
  return { ringsAt: at === null ? null : isoOf(at) }
}

interface Ring {
  readonly loginSessionId: LoginSessionId
  readonly endsAt: Instant
}

/** The job: tells the device that its rest is over, if that is still so. Tried again by the queue where the push service is away. */
export async function ring(ctx: Ctx, { loginSessionId, endsAt }: Ring): Promise<void> {
  const device = await actingAs(ctx, system, ({ db }) => deviceResting(db, loginSessionId, endsAt))
  if (device === undefined) return
  if (ctx.clock.now() - endsAt <= TOO_LATE_MS) {
    const { secret, environment } = ctx.config
    const push = await pushRequest(device, REST_IS_OVER, { secret, contact: contactOf(environment), now: ctx.clock.now() })
    const status = await sendOut(device.endpoint, push, environment.PUSH_TO_PRIVATE_NETWORKS)
    if (status === 404 || status === 410) return actingAs(ctx, system, ({ db }) => forgetEndpoint(db, loginSessionId, device.endpoint))
    if (status === 429 || status >= 500) throw new Error(`the push service answered ${status}`)
    if (status >= 300) ctx.log.warn({ status, host: new URL(device.endpoint).host }, 'a push was refused')
  }
  await actingAs(ctx, system, ({ db }) => restIsOver(db, loginSessionId, endsAt))
}

/** Push services want somebody to write to; an address that is only ours inside would be refused. */
const contactOf = ({ PUSH_CONTACT: contact, ORIGIN: origin }: Ctx['config']['environment']) =>
  contact ?? (origin?.startsWith('https:') === true ? origin : 'https://gymgenius.example')
