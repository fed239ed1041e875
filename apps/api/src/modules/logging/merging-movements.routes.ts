import { mergeMovement as merge, unmergeMovement as unmerge } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { mergeMovement, unmergeMovement } from './merging-movements.service.ts'

export function mergingRoutes(app: App) {
  serve(app, merge, ({ ctx, actor, params, body }) => mergeMovement(ctx, actor, params.id, body.into))
  serve(app, unmerge, ({ ctx, actor, params }) => unmergeMovement(ctx, actor, params.id))
}
