import { changeRoutine, createRoutine, deleteRoutine, getRoutine, getToday, listRoutines, proposeRoutines } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import * as routines from './routines.service.ts'
import { today } from './today.service.ts'

export function routineRoutes(app: App) {
  serve(app, listRoutines, ({ ctx, actor }) => routines.listRoutinesOf(ctx, actor))
  serve(app, createRoutine, ({ ctx, actor, body }) => routines.makeRoutine(ctx, actor, body))
  serve(app, proposeRoutines, ({ ctx, actor }) => routines.proposeRoutinesFor(ctx, actor))
  serve(app, getRoutine, ({ ctx, actor, params }) => routines.getRoutineOf(ctx, actor, params.id))
  serve(app, changeRoutine, ({ ctx, actor, params, body }) => routines.changeRoutineOf(ctx, actor, params.id, body))
  serve(app, deleteRoutine, ({ ctx, actor, params }) => routines.deleteRoutineOf(ctx, actor, params.id))
  serve(app, getToday, ({ ctx, actor }) => today(ctx, actor))
}
