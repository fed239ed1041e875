import {
  changeConstraint,
  createConstraint,
  deleteConstraint,
  deleteFavourite,
  getMovementRule,
  getRules,
  listConstraints,
  listFavourites as listFavouritesEndpoint,
  putFavourite,
  putMovementRule,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { changePain, forgetPain, listPains, sayPain } from './pains.service.ts'
import { listFavourites, makeFavourite, myRules, sayRule, showRule, unmakeFavourite } from './rules.service.ts'

export function rulesRoutes(app: App) {
  serve(app, getRules, ({ ctx, actor }) => myRules(ctx, actor))
  serve(app, getMovementRule, ({ ctx, actor, params }) => showRule(ctx, actor, params.id))
  serve(app, putMovementRule, ({ ctx, actor, params, body }) => sayRule(ctx, actor, { movementId: params.id, rule: body.rule }))
  serve(app, listFavouritesEndpoint, ({ ctx, actor }) => listFavourites(ctx, actor))
  serve(app, putFavourite, ({ ctx, actor, params }) => makeFavourite(ctx, actor, params.id))
  serve(app, deleteFavourite, ({ ctx, actor, params }) => unmakeFavourite(ctx, actor, params.id))
  serve(app, listConstraints, ({ ctx, actor }) => listPains(ctx, actor))
  serve(app, createConstraint, ({ ctx, actor, body }) => sayPain(ctx, actor, body))
  serve(app, changeConstraint, ({ ctx, actor, params, body }) => changePain(ctx, actor, params.id, body))
  serve(app, deleteConstraint, ({ ctx, actor, params }) => forgetPain(ctx, actor, params.id))
}
