import { Problem, pullChanges, pushChanges } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { rateRules } from '../../platform/rate-limit.ts'
import { pull } from './pull.service.ts'
import { push } from './push.service.ts'

const MOST_BYTES = 1_048_576

export function syncRoutes(app: App) {
  // The edge would refuse it too, but with a word that does not tell the device to send less at a time.
  app.http.addHook('onRequest', async (request) => {
    const isTooLarge = request.method === 'POST' && Number(request.headers['content-length'] ?? 0) > MOST_BYTES
    if (isTooLarge && request.routeOptions.url === pushChanges.path) throw new Problem('sync.batch_too_large', { maximumBytes: MOST_BYTES })
  })
  serve(app, pushChanges, ({ ctx, actor, body }) => push(ctx, actor, body), { charactersCheckedBy: 'room', counted: rateRules.pushes })
  serve(app, pullChanges, ({ ctx, actor, query }) => pull(ctx, actor, query))
}
