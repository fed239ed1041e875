import type { Endpoint } from '@gymgenius/contracts'
import type { Ctx } from '../platform/context.ts'
import { type App, createHttp } from '../platform/http.ts'
import { rooms } from '../rooms.ts'

/** Every endpoint that the rooms serve, found by letting them mount their doors on a house that nobody enters. */
export function servedEndpoints(): readonly Endpoint[] {
  const app: App = { http: createHttp(), ctx: {} as Ctx, served: [], authenticate: async () => undefined }
  for (const room of rooms) room.mount?.(app, rooms)
  return app.served
}
