import { Readable } from 'node:stream'
import { exportEverything } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { rateRules } from '../../platform/rate-limit.ts'
import type { Room } from '../../platform/room.ts'
import { asOpenweight } from './export.openweight.ts'
import { audited, everythingAsJson, setsAsCsv } from './export.service.ts'
import { asStrongCsv } from './export.strong.ts'

const json = 'application/json; charset=utf-8'
const csv = 'text/csv; charset=utf-8'

/** Every form a history leaves in; each is written a page at a time and never held whole. */
const forms = {
  json: { type: json, fileName: 'gymgenius.json', pieces: everythingAsJson },
  csv: { type: csv, fileName: 'gymgenius.csv', pieces: setsAsCsv },
  openweight: { type: json, fileName: 'gymgenius-openweight.json', pieces: asOpenweight },
  strong: { type: csv, fileName: 'gymgenius-strong.csv', pieces: asStrongCsv },
} as const

export function exportRoutes(app: App, rooms: readonly Room[]) {
  serve(
    app,
    exportEverything,
    async ({ ctx, actor, query: { format = 'json' }, reply }) => {
      const { type, fileName, pieces } = forms[format]
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(Readable.from(audited(ctx, actor, format, pieces(ctx, actor, rooms))))
    },
    { unit: 'own', counted: rateRules.exports },
  )
}
