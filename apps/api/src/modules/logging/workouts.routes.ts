import { changeWorkout, createWorkout, deleteWorkout, getWorkout, listWorkouts } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import * as workouts from './workouts.service.ts'

export function workoutRoutes(app: App) {
  serve(app, createWorkout, ({ ctx, actor, body }) => workouts.startWorkout(ctx, actor, body))
  serve(app, listWorkouts, ({ ctx, actor, query }) => workouts.listWorkouts(ctx, actor, query))
  serve(app, getWorkout, ({ ctx, actor, params }) => workouts.getWorkout(ctx, actor, params.id))
  serve(app, changeWorkout, ({ ctx, actor, params, body }) => workouts.changeWorkoutOf(ctx, actor, params.id, body))
  serve(app, deleteWorkout, ({ ctx, actor, params }) => workouts.deleteWorkoutOf(ctx, actor, params.id))
}
