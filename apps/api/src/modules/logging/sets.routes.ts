import { changeSet, createSet, deleteSet, listSets } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import * as sets from './sets.service.ts'

export function setRoutes(app: App) {
  serve(app, createSet, ({ ctx, actor, body }) => sets.logSet(ctx, actor, body))
  serve(app, changeSet, ({ ctx, actor, params, body }) => sets.correctSet(ctx, actor, params.id, body))
  serve(app, deleteSet, ({ ctx, actor, params }) => sets.deleteSet(ctx, actor, params.id))
  serve(app, listSets, ({ ctx, actor, query }) => sets.listSets(ctx, actor, query))
}
