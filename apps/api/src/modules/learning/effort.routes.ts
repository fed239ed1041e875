import { getEffort } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { showEffort } from './effort.service.ts'

export function effortRoutes(app: App) {
  serve(app, getEffort, ({ ctx, actor }) => showEffort(ctx, actor))
}
