import { agree, askErasure, cancelErasure, getErasure, listConsents, withdraw } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { agreeTo, listConsentsOf } from '../consents/index.ts'
import { ask, cancel, erasureAsked } from './erasures.service.ts'
import { withdrawConsent } from './withdrawing.service.ts'

export function privacyRoutes(app: App) {
  serve(app, listConsents, ({ ctx, actor }) => listConsentsOf(ctx, actor))
  serve(app, agree, ({ ctx, actor, body }) => agreeTo(ctx, actor, body))
  serve(app, withdraw, ({ ctx, actor, query }) => withdrawConsent(ctx, actor, query.purpose))
  serve(app, getErasure, ({ ctx, actor }) => erasureAsked(ctx, actor))
  serve(app, askErasure, ({ ctx, actor }) => ask(ctx, actor), { unit: 'own' })
  serve(app, cancelErasure, ({ ctx, actor }) => cancel(ctx, actor))
}
