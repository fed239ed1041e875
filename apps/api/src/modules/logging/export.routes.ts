import { Readable } from 'node:stream'
import { exportEverything } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import type { Room } from '../../platform/room.ts'
import { everythingAsJson, setsAsCsv } from './export.service.ts'

export function exportRoutes(app: App, rooms: readonly Room[]) {
  serve(
    app,
    exportEverything,
    async ({ ctx, actor, query: { format = 'json' }, reply }) => {
      const pieces = format === 'csv' ? setsAsCsv(ctx, actor) : everythingAsJson(ctx, actor, rooms)
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="gymgenius.${format}"`)
        .send(Readable.from(pieces))
    },
    { unit: 'own' },
  )
}
