import { endLoginSession, endOtherLoginSessions, listLoginSessions } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { devices, endDevice, endOtherDevices } from './sessions.service.ts'

export function sessionRoutes(app: App) {
  serve(app, listLoginSessions, ({ ctx, actor }) => devices(ctx, actor))
  serve(app, endLoginSession, ({ ctx, actor, params }) => endDevice(ctx, actor, params.id))
  serve(app, endOtherLoginSessions, ({ ctx, actor }) => endOtherDevices(ctx, actor))
}
