import { deletePushSubscription, getPushKey, putPushSubscription, putRest } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { pushKey, ringDevice, ringDeviceNoMore } from './push-devices.service.ts'
import { sayRest } from './rests.service.ts'

export function pushRoutes(app: App) {
  serve(app, getPushKey, ({ ctx }) => pushKey(ctx))
  serve(app, putPushSubscription, ({ ctx, actor, body }) => ringDevice(ctx, actor, body))
  serve(app, deletePushSubscription, ({ ctx, actor }) => ringDeviceNoMore(ctx, actor))
  serve(app, putRest, ({ ctx, actor, body }) => sayRest(ctx, actor, body))
}
