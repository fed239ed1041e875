import { checkIn, createGoal, deleteGoal, getGoal, getMacrocycle, getProfile, listGoals, putGoal, putProfile } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import * as goals from './goals.service.ts'
import { macrocycle } from './macrocycle.service.ts'

export function goalRoutes(app: App) {
  serve(app, listGoals, ({ ctx, actor }) => goals.listGoalsOf(ctx, actor))
  serve(app, createGoal, ({ ctx, actor, body }) => goals.setGoal(ctx, actor, body))
  serve(app, getGoal, ({ ctx, actor, params }) => goals.getGoalOf(ctx, actor, params.id))
  serve(app, putGoal, ({ ctx, actor, params, body }) => goals.sayGoal(ctx, actor, params.id, body))
  serve(app, deleteGoal, ({ ctx, actor, params }) => goals.dropGoal(ctx, actor, params.id))
  serve(app, checkIn, ({ ctx, actor, params, body }) => goals.checkInOf(ctx, actor, params.id, body))
  serve(app, getMacrocycle, ({ ctx, actor, query }) => macrocycle(ctx, actor, query))
  serve(app, getProfile, ({ ctx, actor }) => goals.profileOf(ctx, actor.athleteId))
  serve(app, putProfile, ({ ctx, actor, body }) => goals.sayProfile(ctx, actor, body))
}
