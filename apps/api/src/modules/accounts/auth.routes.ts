import { changePassword, createInvite, login, logout, refresh as refreshEndpoint, register } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { invite } from './me.service.ts'
import { replacePassword } from './passwords.service.ts'
import { forgetRefreshToken, handOver, shownRefreshToken } from './refresh-cookie.routes.ts'
import { fromOf } from './recovery.routes.ts'
import { refresh, signOut } from './refresh.service.ts'
import { openAndSignIn } from './registration.service.ts'
import { logIn } from './log-in.service.ts'

/** The doors. Those that hash a password or must remember a refusal open their units themselves. */
export function authRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, register, async (call) => handOver(call, await openAndSignIn(call.ctx, call.body, call.request.ip)), own)
  serve(app, login, async (call) => handOver(call, await logIn(call.ctx, call.body, call.request.ip)), own)
  serve(app, refreshEndpoint, async (call) => handOver(call, await refresh(call.ctx, shownRefreshToken(call))), own)
  serve(app, logout, async (call) => {
    await signOut(call.ctx, shownRefreshToken(call))
    return forgetRefreshToken(call)
  })
  serve(app, changePassword, ({ ctx, actor, body, request }) => replacePassword(ctx, actor, body, fromOf(request)), own)
  serve(app, createInvite, ({ ctx, actor }) => invite(ctx, actor))
}
