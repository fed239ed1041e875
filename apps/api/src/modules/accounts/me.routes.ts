import { changeSettings, getMe, getServerInfo, getSettings } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { adjustSettings, me, settingsOf } from './me.service.ts'
import { serverInfo } from './registration.service.ts'

export function meRoutes(app: App) {
  serve(app, getServerInfo, ({ ctx }) => serverInfo(ctx))
  serve(app, getMe, ({ ctx, actor }) => me(ctx, actor))
  serve(app, getSettings, ({ ctx, actor }) => settingsOf(ctx, actor.athleteId))
  serve(app, changeSettings, ({ ctx, actor, body }) => adjustSettings(ctx, actor, body))
}
