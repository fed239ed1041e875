import {
  answerChallenge,
  disableSecondFactor,
  enableSecondFactor,
  getSecondFactor,
  proveMyself,
  replaceBackupCodes,
  verifySecondFactor,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { passChallenge, prove } from './challenge.service.ts'
import { fromOf } from './recovery.routes.ts'
import { handOver } from './refresh-cookie.routes.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, exchangeBackupCodes, secondFactor } from './second-factor.service.ts'

/** What must remember a refusal, or answers a secret that may be kept nowhere, opens its unit itself. */
export function secondFactorRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, getSecondFactor, ({ ctx, actor }) => secondFactor(ctx, actor))
  serve(app, enableSecondFactor, ({ ctx, actor }) => beginSecondFactor(ctx, actor))
  serve(app, verifySecondFactor, ({ ctx, actor, body }) => confirmSecondFactor(ctx, actor, body.code), own)
  serve(app, answerChallenge, async (call) => handOver(call, await passChallenge(call.ctx, call.body, call.request.ip)), own)
  serve(app, disableSecondFactor, ({ ctx, actor, request }) => endSecondFactor(ctx, actor, fromOf(request).language))
  serve(app, replaceBackupCodes, ({ ctx, actor }) => exchangeBackupCodes(ctx, actor), own)
  serve(app, proveMyself, ({ ctx, actor, body, request }) => prove(ctx, actor, body, request.ip), own)
}
