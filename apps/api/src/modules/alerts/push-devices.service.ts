import { Problem, type PushSubscription } from '@gymgenius/contracts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { holdSignIn } from '../accounts/index.ts'
import { mayAsk } from './outside.ts'
import { keepDevice, removeDevice } from './push-devices.repository.ts'
import { serverKey } from './server-key.ts'
import { isBrowserKey } from './web-push.ts'

export async function pushKey(ctx: Ctx): Promise<{ publicKey: string }> {
  return { publicKey: serverKey(ctx.config.secret).publicText }
}

export async function ringDevice(ctx: Ctx, actor: Athlete, subscription: PushSubscription): Promise<undefined> {
  if (!mayAsk(subscription.endpoint, ctx.config.environment.PUSH_TO_PRIVATE_NETWORKS)) throw new Problem('alerts.endpoint_refused')
  if (!isBrowserKey(subscription.p256dh)) throw new Problem('alerts.invalid_key')
  await holdSignIn(ctx, actor)
  await keepDevice(ctx.db, actor.athleteId, actor.loginSessionId, subscription, ctx.clock.now())
}

export async function ringDeviceNoMore(ctx: Ctx, { athleteId, loginSessionId }: Athlete): Promise<undefined> {
  await removeDevice(ctx.db, athleteId, loginSessionId)
}
