import { createMovement, getMovement, listMovements, searchMovements, substituteMovements } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { listedMovements } from './list.service.ts'
import { showMovement } from './movement-page.service.ts'
import { createMovement as create } from './movements.service.ts'
import { foundMovements } from './search.service.ts'
import { substitutesFor } from './substitutes.service.ts'

export function movementRoutes(app: App) {
  serve(app, listMovements, ({ ctx, actor, query }) => listedMovements(ctx, actor, query))
  serve(app, searchMovements, ({ ctx, actor, query }) => foundMovements(ctx, actor, query), { unit: 'own' })
  serve(app, getMovement, ({ ctx, actor, params }) => showMovement(ctx, actor, params.id))
  serve(app, substituteMovements, ({ ctx, actor, params, query }) => substitutesFor(ctx, actor, params.id, query))
  serve(app, createMovement, ({ ctx, actor, body }) => create(ctx, actor, body))
}
