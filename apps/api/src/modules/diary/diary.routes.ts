import {
  addActivity,
  addBodyWeight,
  addCustom,
  addRecovery,
  addSoreness,
  type BodyWeight,
  type CustomWorkout,
  deleteActivity,
  deleteBodyWeight,
  deleteCustom,
  deleteRecovery,
  deleteSoreness,
  listActivities,
  listBodyWeights,
  listCustom,
  listRecovery,
  listSoreness,
  putBodyWeight,
  putCustom,
  putRecovery,
  putSoreness,
  type Recovery,
  type Soreness,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { addActivityOf, listActivitiesOf, notesOf } from './diary.service.ts'

export function diaryRoutes(app: App) {
  const soreness = notesOf<Soreness>('soreness')
  serve(app, listSoreness, ({ ctx, actor, query }) => soreness.list(ctx, actor, query))
  serve(app, addSoreness, ({ ctx, actor, body }) => soreness.add(ctx, actor, body))
  serve(app, putSoreness, ({ ctx, actor, params, body }) => soreness.put(ctx, actor, params.id, body))
  serve(app, deleteSoreness, ({ ctx, actor, params }) => soreness.remove(ctx, actor, params.id))

  const recovery = notesOf<Recovery>('recovery')
  serve(app, listRecovery, ({ ctx, actor, query }) => recovery.list(ctx, actor, query))
  serve(app, addRecovery, ({ ctx, actor, body }) => recovery.add(ctx, actor, body))
  serve(app, putRecovery, ({ ctx, actor, params, body }) => recovery.put(ctx, actor, params.id, body))
  serve(app, deleteRecovery, ({ ctx, actor, params }) => recovery.remove(ctx, actor, params.id))

  const custom = notesOf<CustomWorkout>('custom')
  serve(app, listCustom, ({ ctx, actor, query }) => custom.list(ctx, actor, query))
  serve(app, addCustom, ({ ctx, actor, body }) => custom.add(ctx, actor, body))
  serve(app, putCustom, ({ ctx, actor, params, body }) => custom.put(ctx, actor, params.id, body))
  serve(app, deleteCustom, ({ ctx, actor, params }) => custom.remove(ctx, actor, params.id))

  const bodyWeight = notesOf<BodyWeight>('body_weight')
  serve(app, listBodyWeights, ({ ctx, actor, query }) => bodyWeight.list(ctx, actor, query))
  serve(app, addBodyWeight, ({ ctx, actor, body }) => bodyWeight.add(ctx, actor, body))
  serve(app, putBodyWeight, ({ ctx, actor, params, body }) => bodyWeight.put(ctx, actor, params.id, body))
  serve(app, deleteBodyWeight, ({ ctx, actor, params }) => bodyWeight.remove(ctx, actor, params.id))

  serve(app, listActivities, ({ ctx, actor }) => listActivitiesOf(ctx, actor))
  serve(app, addActivity, ({ ctx, actor, body }) => addActivityOf(ctx, actor, body))
  serve(app, deleteActivity, ({ ctx, actor, params }) => notesOf('activity').remove(ctx, actor, params.id))
}
