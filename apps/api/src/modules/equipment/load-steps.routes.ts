import { getLoadSteps, putLoadSteps } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { saySteps, showSteps } from './load-steps.service.ts'

export function loadStepsRoutes(app: App) {
  serve(app, getLoadSteps, ({ ctx, actor }) => showSteps(ctx, actor))
  serve(app, putLoadSteps, ({ ctx, actor, body }) => saySteps(ctx, actor, body.items))
}
