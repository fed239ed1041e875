import { createProgramByHand, createProgramFromText, getProgramText, getScheme, listSchemes, takeScheme } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { programByHand } from './by-hand.service.ts'
import { getSchemeOf, listSchemesOf, programFromText, takeSchemeOf, textOf } from './schemes.service.ts'

export function schemeRoutes(app: App) {
  serve(app, listSchemes, async () => listSchemesOf())
  serve(app, getScheme, async ({ params }) => getSchemeOf(params.slug))
  serve(app, takeScheme, ({ ctx, actor, params, body }) => takeSchemeOf(ctx, actor, params.slug, body))
  serve(app, createProgramFromText, ({ ctx, actor, body }) => programFromText(ctx, actor, body))
  serve(app, createProgramByHand, ({ ctx, actor, body }) => programByHand(ctx, actor, body))
  serve(app, getProgramText, ({ ctx, actor, params }) => textOf(ctx, actor, params.id))
}
