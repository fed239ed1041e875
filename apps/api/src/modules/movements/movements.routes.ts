import { createMovement, getMovement, searchMovements } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { createMovement as create, findMovements, showMovement } from './movements.service.ts'

export function movementRoutes(app: App) {
  serve(app, searchMovements, ({ ctx, actor, query }) => findMovements(ctx, actor, query))
  serve(app, getMovement, ({ ctx, actor, params }) => showMovement(ctx, actor, params.id))
  serve(app, createMovement, ({ ctx, actor, body }) => create(ctx, actor, body))
}
