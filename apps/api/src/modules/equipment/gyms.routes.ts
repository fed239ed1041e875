import { createGym, deleteGym, getGym as getEndpoint, listGyms as listEndpoint, putGym } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { addGym, deleteGymOf, getGym, listGyms, sayGym } from './gyms.service.ts'

export function gymRoutes(app: App) {
  serve(app, listEndpoint, ({ ctx, actor }) => listGyms(ctx, actor))
  serve(app, createGym, ({ ctx, actor, body }) => addGym(ctx, actor, body))
  serve(app, getEndpoint, ({ ctx, actor, params }) => getGym(ctx, actor, params.id))
  serve(app, putGym, ({ ctx, actor, params, body }) => sayGym(ctx, actor, params.id, body))
  serve(app, deleteGym, ({ ctx, actor, params }) => deleteGymOf(ctx, actor, params.id))
}
